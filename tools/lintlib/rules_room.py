"""Rules about the rooms: who includes whom, who fills what."""
import fnmatch
import os
import re

import tree

INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)


def room_of(path):
    parts = path.split('/')
    return parts[1] if len(parts) == 3 and parts[0] == 'src' else None


def target(path, name):
    """The included file from the top of the tree; gen/ stands for itself."""
    if name.startswith('gen/'):
        return name
    return os.path.normpath(os.path.join(os.path.dirname(path), name))


def allowed(path, name):
    rooms, gen = tree.layers()['room'], tree.layers()['gen']
    own = room_of(path)
    may = rooms[own]
    into = target(path, name)
    if into in tree.layers().get('except', {}).get(path, []):
        return True
    if into.startswith('gen/'):
        their = gen.get(into[len('gen/'):], [''])[0]
    else:
        their = room_of(into)
    if their == own or their in may:
        return True
    return '*_view.h' in may and into.endswith('_view.h')


def layers():
    for path in tree.match('src/*.[ch]'):
        if room_of(path) not in tree.layers()['room']:
            yield path, [f'{path}: its folder is no room of tools/layers.txt']
            continue
        wrong = []
        for m in INCLUDE.finditer(tree.text(path)):
            if not allowed(path, m[1]):
                line = tree.line_of(path, m.start(1))
                wrong.append(f'{path}:{line}: {room_of(path)} may not include {m[1]}')
        yield path, wrong


def exceptions_are_needed():
    for path, includes in tree.layers().get('except', {}).items():
        there = [target(path, m) for m in INCLUDE.findall(tree.text(path))] \
            if path in tree.files() else []
        yield path, [f'tools/layers.txt: {path} does not include {i}'
                     for i in includes if i not in there]


def header_of(path):
    """The header that declares what the .c defines, and whether it is its alone."""
    if path[:-1] + 'h' in tree.files():
        return path[:-1] + 'h', True
    for header, parts in tree.layers().get('part', {}).items():
        if any(fnmatch.fnmatch(path, os.path.join(os.path.dirname(header), p)) for p in parts):
            return header, False
    return path[:-1] + 'h', True


def included(path):
    """What a file includes, first its first, with what those of its own folder include."""
    if path not in tree.files():
        return []
    there = [target(path, name) for name in INCLUDE.findall(tree.text(path))]
    for into in list(there):
        if os.path.dirname(into) == os.path.dirname(path):
            there += included(into)
    return there


def own_header_first():
    for path in tree.match('src/*.c'):
        if path.endswith('_test.c') or path == 'src/cli/main.c':
            continue
        header, alone = header_of(path)
        there = included(path)
        if header not in tree.files():
            yield path, [f'{path}: {header} is missing']
        elif header not in (included(there[0]) + there[:1] if alone and there else there):
            yield path, [f'{path}: {header} does not come first' if alone
                         else f'{path}: does not include {header}']
        else:
            yield path, []


DECLARED = re.compile(r'^(?:static\s+(?:inline\s+)?)?bool\s*\**\s*(\w+)\s*\(\s*struct ctx \*'
                      r'[^;{]*?([;{])', re.M)
REFUSES = re.compile(r'^refuse|_refuse$')  # always false, to be returned


def must_use():
    for path in tree.match('src/*.h'):
        code = tree.code(path)
        yield path, [f'{path}:{tree.line_of(path, m.start())}: {m[1]}() is not MUST_USE'
                     for m in DECLARED.finditer(code)
                     if not REFUSES.search(m[1]) and 'MUST_USE' not in m[0]]


CALLS_BELOW = re.compile(r'(?<!\w)(sql_\w+|store_\w+|policy_decide|policy_show_\w+)\s*\(')


def handlers_go_through_desk():
    for path in tree.match('src/web/*.c', 'src/view/*.c'):
        code = tree.code(path)
        yield path, [f'{path}:{tree.line_of(path, m.start())}: {m[1]}() belongs behind desk/'
                     for m in CALLS_BELOW.finditer(code)]


# A view that holds nothing of a person: links and the look of a seal.
PLAIN = {'link_view', 'seal_view'}
OF_VIEW = re.compile(r'struct (\w+_view)\b')
FUNCTION = re.compile(r'^(\w+)\(.*?^}', re.M | re.S)


def personal_views():
    names = set()
    for path in tree.match('src/policy/*_view.h'):
        names |= set(re.findall(r'^struct (\w+_view) \{', tree.code(path), re.M))
    return names - PLAIN


def filled(function, personal):
    """(offset, view, field or None) of what a function writes into personal views"""
    for m in re.finditer(r'\(struct (\w+_view)\)\s*\{', function):
        if m[1] in personal:
            yield m.start(), m[1], None
    variables = dict((v, t) for t, v in re.findall(
        r'(?<!const )struct (\w+_view) \*?(\w+)', function) if t in personal)
    for m in re.finditer(r'struct (\w+_view) \*?(\w+) = \{([^;]*)\}', function):
        if m[1] in personal:
            for field in re.finditer(r'\.(\w+) =', m[3]):
                yield m.start(3) + field.start(), m[1], field[1]
    for name, view in variables.items():
        for m in re.finditer(rf'(?<![\w.>]){name}(?:\.|->)(\w+)[^;=!<>,()]*=(?!=)', function):
            yield m.start(), view, m[1]
        for m in re.finditer(rf'&{name}(?:\.|->)(\w+)', function):
            if m[1] != 'head':  # policy_show_head() alone fills one; here it is passed on
                yield m.start(), view, m[1]


def views_are_filled_by_policy():
    personal = personal_views()
    for path in tree.match('src/*/*.c'):
        room = room_of(path)
        if room == 'policy' and os.path.basename(path).startswith('show') \
                or path.endswith('_test.c'):
            continue
        may = set(tree.layers().get('set', {}).get(room, []))
        wrong = []
        code = tree.code(path)
        for f in FUNCTION.finditer(code):
            for at, view, field in filled(f[0], personal):
                name = view if field is None else f'{view}.{field}'
                if view not in may and name not in may:
                    line = tree.line_of(path, f.start() + at)
                    wrong.append(f'{path}:{line}: {name} is filled outside policy_show_*()')
        yield path, wrong


RULES = [layers, exceptions_are_needed, own_header_first, must_use, handlers_go_through_desk,
         views_are_filled_by_policy]
