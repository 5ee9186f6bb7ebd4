"""Rules that ask the compiler, the linker's tables or the formatter."""
import concurrent.futures
import glob
import json
import os
import re
import shlex

import tree

BUILD = 'build'
LANES = os.cpu_count() or 2


def in_parallel(ask, things):
    with concurrent.futures.ThreadPoolExecutor(LANES) as pool:
        yield from zip(things, pool.map(ask, things))


def flags():
    """Include paths and definitions of the program, as meson gave them to the compiler."""
    with open(os.path.join(tree.ROOT, BUILD, 'compile_commands.json'), encoding='utf-8') as f:
        commands = json.load(f)
    command = next(c for c in commands if 'libkasane.a.p/src_base_arena' in c['output'])
    words = shlex.split(command['command'])
    keep = []
    for i, word in enumerate(words):
        if word.startswith('-I'):
            keep.append('-I' + os.path.join(BUILD, word[2:]))
        elif word == '-isystem':
            keep += [word, os.path.join(BUILD, words[i + 1])]
        elif word.startswith('-isystem'):
            keep += ['-isystem', os.path.join(BUILD, word[len('-isystem'):])]
        elif word.startswith(('-D', '-std=', '-W')) and 'FORTIFY' not in word:
            keep.append(word)
    return keep


def headers_stand_alone():
    given = flags()

    def ask(path):
        status, said = tree.run('gcc', *given, '-Wno-unused', '-Wno-pedantic', '-Werror', '-fsyntax-only', '-x',
                                'c', '-include', path, '/dev/null')
        errors = [line for line in said.splitlines() if ' error: ' in line] or ['?']
        return [f'{path}: does not compile on its own: {errors[0]}'] if status else []

    yield from in_parallel(ask, tree.match('src/*.h', 'tools/kgen/*.h', 'tests/look/*.h',
                                           'tests/policy/*.h', 'tests/fuzz/*.h'))


MUTABLE = re.compile(r'^[0-9a-f]+ .{7} (\.data|\.bss|\.tdata|\.tbss|\.data\.rel\.local|\.data\.rel|'
                     r'\*COM\*)\s+[0-9a-f]+\s+(?:\.hidden )?(\S+)$', re.M)


def no_mutable_state():
    """What lives in writable sections of our objects, function statics too."""
    def ask(path):
        said = tree.run('objdump', '-t', path)[1]
        return [f'{source(path)}: {name} is mutable and outlives its function'
                for section, name in MUTABLE.findall(said)
                if not name.startswith('.') and name != section]

    objects = [p for p in glob.glob(f'{BUILD}/**/*.o', root_dir=tree.ROOT, recursive=True)
               if '/src_' in p or '/tools_' in p or 'gen_' in os.path.basename(p)
               or p.startswith(f'{BUILD}/tests/')]
    yield from in_parallel(ask, sorted(objects))


def source(path):
    """libkasane.a.p/src_base_arena.c.o → src_base_arena.c"""
    return os.path.basename(path).removesuffix('.o').replace('src_', 'src/', 1)


def formatted(paths=None):
    def ask(path):
        status, said = tree.run('clang-format-14', '--dry-run', '-Werror', path)
        return [f'{path}: make fmt ({said.count("error:")} places)'] if status else []

    yield from in_parallel(ask, tree.c_files() if paths is None else paths)


RULES = [headers_stand_alone, no_mutable_state, formatted]
