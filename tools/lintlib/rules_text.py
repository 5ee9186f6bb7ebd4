"""Rules that read single lines of text."""
import os
import re

import tree

LINES_MOST = 800
LINES_AIM = 500

BANNED = ('strcpy strcat strncpy sprintf vsprintf strtok strtok_r atoi atol gets alloca system '
          'popen localtime').split()
BANNED_CALL = re.compile(r'(?<![\w.>])(%s)\s*\(' % '|'.join(BANNED))
MEMORY_CALL = re.compile(r'(?<![\w.>])(malloc|calloc|realloc|reallocarray|strdup|strndup|'
                         r'asprintf|vasprintf)\s*\(')

# Addresses for documents (RFC 5737) may stand in tests of what reads addresses.
IPV4 = re.compile(r'(?<![\w.])(?<!section )(?!127\.0\.0\.1\b|0\.0\.0\.0\b|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.)'
                  r'(\d{1,3}\.){3}\d{1,3}(?![\w.])')
MACHINE = re.compile(r'(?<![\w.])/(work|root|home)/\w|\bregistry\.npmjs\b|\bdeb\.debian\.org\b')
ORGANISED = re.compile(r'\b(sub-?agent|developer prompt|the lead(er)? (does|will|puts|writes)|'
                       r'issue #\d+|pull request|LLM|Claude|ChatGPT|Copilot)\b')


def found(path, pattern, text, say):
    for m in pattern.finditer(text):
        yield f'{path}:{tree.line_of(path, m.start())}: {say(m)}'


def banned_functions():
    for path in tree.c_files():
        yield path, found(path, BANNED_CALL, tree.code(path), lambda m: f'{m[1]}() is banned')


def memory_only_in_base():
    for path in tree.c_files():
        if not path.startswith(('src/base/', 'tests/')):
            yield path, found(path, MEMORY_CALL, tree.code(path),
                              lambda m: f'{m[1]}() outside base/; take it from the arena')


def no_line_comments():
    for path in tree.c_files():
        text = tree.NOT_CODE.sub(lambda m: m[0] if m[0].startswith('//') else tree._blank(m),
                                 tree.text(path))
        yield path, found(path, re.compile('//'), text, lambda m: '// is for debugging')


def length():
    for path in tree.match('*.c', '*.h', '*.py', '*.mjs', '*.js', '*.css', '*.html', '*.sql'):
        n = tree.text(path).count('\n')
        yield path, [f'{path}: {n} lines; split it'] if n > LINES_MOST else []


def long_files():
    """Files past the aim, for whoever wants to know; no finding."""
    for path in tree.c_files():
        n = tree.text(path).count('\n')
        if n > LINES_AIM:
            yield f'{path}: {n} lines'


def no_machine():
    for path in tree.files():
        if path == 'package-lock.json' or path.startswith(('tools/lintlib/', 'tests/fuzz/corpus/')):
            continue
        text = tree.text(path)
        yield path, [*found(path, MACHINE, text, lambda m: f'path or host of a machine: {m[0]}'),
                     *found(path, IPV4, text, lambda m: f'address of a machine: {m[0]}'),
                     *found(path, ORGANISED, text, lambda m: f'speaks of how work is done: {m[0]}')]


def meson_lists_all():
    built = {os.path.dirname(f): tree.text(f) for f in tree.match('*meson.build')}
    for path in tree.match('src/*.c', 'tools/*.c', 'tests/*.c'):
        folder, name = os.path.split(path)
        if folder in ('tests/kgen/golden', 'tests/kgen/fixture', 'tests/kgen/refuse'):
            continue
        if folder == 'tests/fuzz':
            listed = name[len('fuzz_'):-2] in tree.text('tests/fuzz/run').split()
        elif folder == 'tests/policy' and f'"{name[:-2]}"' in tree.text('tests/policy/mutants'):
            listed = True
        else:
            listed = any(re.search(rf"['/]{re.escape(name)}'", text)
                         for where, text in built.items()
                         if where == folder or path in (f'src/cli/{name}', f'tools/kgen/{name}'))
        yield path, [] if listed else [f'{path}: no meson.build lists it']


IN_BACKTICKS = re.compile(r'`([^`\n]+)`')


def docs_name_what_exists():
    """Identifiers of the glossary, and paths in the papers about the code."""
    words = set()
    for path in tree.match('src/*.[ch]', 'sql/*', 'forms/*', 'words/*', 'profiles/*.yaml',
                           'src/policy/rules.def', 'tools/*.[ch]', 'templates/*', 'codes/*'):
        words |= set(re.findall(r'\w+', tree.text(path)))
    # GROUND_OWN is made of `ground own`, POST_ROLE_ADMIN of `enum post_role` and `admin`
    small = {w.lower() for w in words}

    def known(word):
        parts = word.lower().split('_')
        return word.lower() in small or all(
            part in small for part in filter(None, parts)) or word.endswith('_')

    there = set(tree.files()) | {os.path.dirname(f) for f in tree.files()}
    for path in ('docs/glossary.md', 'ARCHITECTURE.md', 'README.md', 'docs/testing.md'):
        if path not in there:
            continue
        wrong = []
        for m in IN_BACKTICKS.finditer(tree.text(path)):
            at = f'{path}:{tree.line_of(path, m.start())}'
            if re.fullmatch(r'(src|sql|forms|words|templates|tests|tools|codes|docs|script)/[\w./-]*',
                            m[1]) and not re.search(r'\b(X|NN)\b|_X|X_', m[1]):
                if m[1].rstrip('/') not in there and not any(
                        f.startswith(m[1].rstrip('/') + '/') for f in there):
                    wrong.append(f'{at}: there is no {m[1]}')
            elif path == 'docs/glossary.md' and re.fullmatch(r'[A-Za-z_]+', m[1]) \
                    and not known(m[1]):
                wrong.append(f'{at}: nothing is called {m[1]}')
        yield path, wrong


RULES = [banned_functions, memory_only_in_base, no_line_comments, length, no_machine,
         meson_lists_all, docs_name_what_exists]
