"""Completion scripts for shells, made from the parser."""

from collections.abc import Sequence
from shlex import quote

from tui.cli.operations.table import OPERATIONS
from tui.cli.parser_tree import Flag, Level

HEAD = "# Completion of jans-tui for {0}; made by: jans-tui completion {0}"


def bash(tree: Sequence[Level]) -> str:
    """For bash 3.2 or newer."""
    body = _words_by_path(tree, '"${COMP_WORDS[@]:1:COMP_CWORD-1}"')
    return f"""{HEAD.format("bash")}
_jans_tui() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}} path= word words
{body}
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}}
complete -o default -F _jans_tui jans-tui"""


def zsh(tree: Sequence[Level]) -> str:
    """For zsh; to be put into a file ``_jans-tui`` in ``$fpath``, or to be evaluated."""
    body = _words_by_path(tree, "${(@)argv_}")
    return f"""#compdef jans-tui
{HEAD.format("zsh")}
_jans_tui() {{
  local prev=$words[CURRENT-1] path_= word words_
  local -a argv_
  argv_=("${{(@)words[2,CURRENT-1]}}")
{_as_zsh(body)}
  compadd -- ${{=words_}} || _files
}}
compdef _jans_tui jans-tui"""


def fish(tree: Sequence[Level]) -> str:
    """For fish."""
    lines = [HEAD.format("fish")]
    for level in tree:
        names = " ".join(name for name, _ in level.commands)
        here = [f"__fish_seen_subcommand_from {word}" for word in level.path]
        if names:
            here.append(f"not __fish_seen_subcommand_from {names}")
        condition = quote("; and ".join(here) or "true")
        for name, text in level.commands:
            lines.append(f"complete -c jans-tui -f -n {condition} -a {name} -d {quote(text)}")
        lines += [
            f"complete -c jans-tui -n {condition} {_fish_flag(flag)}"
            for flag in level.flags
            if flag.flags
        ]
        lines += [
            f"complete -c jans-tui -f -n {condition} -a {quote(' '.join(flag.choices))}"
            f" -d {quote(flag.help)}"
            for flag in level.flags
            if flag.choices and not flag.flags
        ]
    return "\n".join(lines)


def _fish_flag(flag: Flag) -> str:
    spelled = []
    for text in flag.flags:
        way = "-l" if text.startswith("--") else "-s" if len(text) == 2 else "-o"
        spelled.append(f"{way} {text.lstrip('-')}")
    values = _values(flag)
    takes = f" -x -a {quote(' '.join(values))}" if values else " -r" if flag.value else ""
    return f"{' '.join(spelled)}{takes} -d {quote(flag.help)}"


def _words_by_path(tree: Sequence[Level], before: str) -> str:
    """Shell code that puts what may stand here into ``words``."""
    steps = "|".join(f'"{" ".join(("", *one.path))}"' for one in tree if one.path)
    lines = [
        f"  for word in {before}; do",
        '    case "$path $word" in',
        f'      {steps}) path="$path $word" ;;',
        "    esac",
        "  done",
        '  case "$path" in',
    ]
    for level in tree:
        words = [name for name, _ in level.commands]
        words += [text for flag in level.flags for text in flag.flags or flag.choices]
        lines.append(f'    "{" ".join(("", *level.path))}") words={quote(" ".join(words))} ;;')
    lines += ["  esac", '  case "$prev" in']
    seen: dict[str, str] = {}
    for flag in (flag for level in tree for flag in level.flags):
        for text in flag.flags:
            if flag.value:
                seen.setdefault(text, " ".join(_values(flag)))
    lines += [f"    {text}) words={quote(values)} ;;" for text, values in seen.items()]
    lines.append("  esac")
    return "\n".join(lines)


def _as_zsh(code: str) -> str:
    """The same with other names: ``path`` and ``words`` are zsh's own."""
    return code.replace("$path", "$path_").replace("path=", "path_=").replace("words=", "words_=")


def _values(flag: Flag) -> tuple[str, ...]:
    if "--operation-id" in flag.flags:
        return tuple(operation.name for operation in OPERATIONS)
    return flag.choices
