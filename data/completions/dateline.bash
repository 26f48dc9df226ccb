# SPDX-License-Identifier: GPL-3.0-or-later
# Completion for bash. A test compares the options with those that --help tells; the names of actors are asked of the case.

_dateline_filter='--actor --from --to --certain --as-known-on --may-be-known --text'

_dateline_options () {
  case $1 in
    new) echo --title ;;
    sample) echo --lang ;;
    import) echo --published --publisher --title --format --map ;;
    list) echo $_dateline_filter --format ;;
    dates) echo --published --mode --order ;;
    export) echo -o --output $_dateline_filter --group --size --scale --theme --whole --span --fold --passages --sources --no-legend --links --now \
      --title --stamp --no-stamp --lang --dated ;;
  esac
}

# The words that an option of a command takes; nothing where only the person knows.
_dateline_values () {
  case $1:$2 in
    import:--format) echo text csv tsv json ;;
    list:--format) echo table tsv json csv ;;
    export:--group) echo actor kind source none ;;
    export:--size) echo A4 A3 letter 16:9 1600x900 ;;
    export:--links) echo none all ;;
    export:--theme) echo light dark print ;;
    dates:--mode) echo auto news narrative ;;
    dates:--order) echo dmy mdy ;;
    export:--stamp) echo full neutral none ;;
    export:--lang | sample:--lang) echo en de fr ru ;;
  esac
}

_dateline_words () {
  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current")
}

# Folders, and files whose names end so (as an extended pattern).
_dateline_files () {
  mapfile -t COMPREPLY < <(compgen -o plusdirs -f -X "!*.@($1)" -- "$current")
  compopt -o filenames
}

_dateline_actors () {
  local case=${COMP_WORDS[2]/#\~/$HOME} line
  [[ -f $case ]] || return
  COMPREPLY=()
  while IFS=$'\t' read -r line; do
    [[ ${line,,} == "${current,,}"* ]] && COMPREPLY+=("$(printf '%q' "$line")")
  done < <(dateline list "$case" actors --format tsv 2>/dev/null | tail -n +2 | cut -f 2)
}

# The first file of a command, and the others.
_dateline_operand () {
  local first=$((COMP_CWORD == 2))
  case $1 in
    list)
      if ((first)); then
        _dateline_files dateline
      else
        _dateline_words 'events proposals actors sources passages claims findings history'
      fi
      ;;
    import) if ((first)); then _dateline_files dateline; else _dateline_files 'txt|text|md|csv|tsv|tab|json'; fi ;;
    export | check | new | sample) ((first)) && _dateline_files dateline ;;
    dates) ((first)) && _dateline_files 'txt|text|md' ;;
    help) _dateline_words 'new sample import list export check dates edtf' ;;
  esac
}

_dateline () {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]} values
  COMPREPLY=()
  # bash parts a word at the sign; "--theme=da" and "--theme da" are one.
  if [[ $current == = ]]; then
    current=
  elif [[ $previous == = ]]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if ((COMP_CWORD == 1)); then
    _dateline_files dateline
    COMPREPLY+=($(compgen -W 'new sample import list export check dates edtf help --help --new-window --version' -- "$current"))
    return
  fi
  values=$(_dateline_values "$command" "$previous")
  if [[ -n $values ]]; then
    _dateline_words "$values"
  elif [[ $previous == --actor ]]; then
    _dateline_actors
  elif [[ $previous == -o || $previous == --output ]]; then
    _dateline_files 'png|pdf|svg'
  elif [[ $current == -* ]]; then
    _dateline_words "$(_dateline_options "$command") --help"
  else
    _dateline_operand "$command"
  fi
}

complete -F _dateline dateline
