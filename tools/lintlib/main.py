"""Runs the rules and counts."""
import os

import rules_build
import rules_room
import rules_text
import tree

USAGE = 'usage: tools/lint [--staged]'


def count(rule, results, only):
    """Prints the findings of a rule; returns how many files passed and failed."""
    passed = failed = 0
    for path, wrong in results:
        if only is not None and path not in only:
            continue
        wrong = list(wrong)
        for line in wrong:
            print(f'{line} [{rule}]', flush=True)
        passed += not wrong
        failed += bool(wrong)
    return passed, failed


def staged():
    told = tree.run('git', 'diff', '--cached', '--name-only', '-z', '--diff-filter=ACMR')[1]
    return {f for f in told.split('\0') if f}


def main(words):
    if words not in ([], ['--staged']):
        print(USAGE)
        return 2
    only = staged() if words else None
    rules = rules_text.RULES + rules_room.RULES
    if only is None:
        if not os.path.exists(os.path.join(tree.ROOT, rules_build.BUILD, 'compile_commands.json')):
            print('tools/lint: build/ is missing; run make')
            return 1
        rules = rules + rules_build.RULES
    passed = failed = 0
    for rule in rules:
        p, f = count(rule.__name__, rule(), only)
        passed, failed = passed + p, failed + f
    if only is not None:
        changed = [f for f in tree.c_files() if f in only]
        p, f = count('formatted', rules_build.formatted(changed), None)
        passed, failed = passed + p, failed + f
    if only is None and not failed:
        for line in rules_text.long_files():
            print(f'note: {line}')
    print(f'{passed} passed, {failed} failed')
    return failed > 0
