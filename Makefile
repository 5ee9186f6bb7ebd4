# Short names for what is done every day. The folder is build/; meson and ninja do the work.
BUILD = build

.PHONY: all run check lint fmt hooks policy policy-full bench fuzz check-long clean

all: $(BUILD)/build.ninja
	@ninja -C $(BUILD)

$(BUILD)/build.ninja:
	@meson setup -Dwerror=true $(BUILD)

# A seeded copy of five municipalities, in demo-data/.
run: all
	$(BUILD)/kasane demo --data demo-data

# Under a minute: units, what the generator refuses, the linter.
check: all
	@script/test units kgen lint

lint: all
	@tools/lint

fmt:
	@git ls-files 'src/*.[ch]' 'tools/*.[ch]' 'tests/*.[ch]' | xargs clang-format-14 -i

hooks:
	@printf '#!/bin/sh\nexec tools/lint --staged\n' > "$$(git rev-parse --git-path hooks)/pre-commit"
	@chmod +x "$$(git rev-parse --git-path hooks)/pre-commit"

# Who may see what.
policy: all
	@$(BUILD)/kasane policy

# The whole product of abstract states against the oracle.
policy-full: all
	@$(BUILD)/tests/policy/policy_compare --full

# Beside a bare reference, in one interleaved run; figures: docs/performance.md.
bench: all
	@tests/bench/run

# Each parser of outside bytes; SECONDS for each.
SECONDS = 60
fuzz:
	@tests/fuzz/run $(SECONDS)

# What takes longer than a test run may; its last run: docs/testing.md.
check-long: policy-full
	@tests/fuzz/run 600
	@tests/bench/run

clean:
	rm -rf $(BUILD) build-clang build-asan build-fuzz
