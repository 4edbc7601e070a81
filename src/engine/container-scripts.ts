// POSIX sh: the golang images have dash, busybox or bash. What varies comes as arguments, never in the text.

/**
 * The first process of the run's container waits for the end of its standard input, which the action holds open:
 * whatever ends the action ends the container, and with it all that was started inside. After `$1` seconds it ends
 * anyway. Not `exec cat`: as the container's init, the shell also reaps orphans. Its one line tells what it sees: the word
 * in the file `$2`, and the inode of the folder `$3`.
 */
export const holdOpen = `
exec 3<&0; cat <&3 >/dev/null & cat=$!; (sleep "$1"; kill "$cat") <&- &
echo "ready $(cat "$2" 2>/dev/null) $(stat -c %i "$3" 2>/dev/null)"
wait "$cat"; exit 0`;

/**
 * Writes the command's exit code beside passing it on. The code is believed only if both ways agree, so that an engine
 * which dies or errs under a command never looks like the command's own end. With it goes how many processes the kernel
 * has ended for want of memory. `$1` is the file. `$2` is `alone` where all that the command left running is to end
 * first; the container's first process belongs to another user, whom no signal from here reaches.
 */
export const recordExit = `
file=$1 mode=$2; shift 2
"$@"
code=$?
[ "$mode" = alone ] && kill -KILL -1 2>/dev/null
oom=0
for events in /sys/fs/cgroup/memory.events /sys/fs/cgroup/memory/memory.oom_control; do
  [ -r "$events" ] && while read -r name value; do [ "$name" = oom_kill ] && oom=$value; done <"$events"
done
if [ -e "$file" ] || [ -L "$file" ]; then rm -rf -- "$file"; fi
echo "$code $oom" >"$file"
exit "$code"`;

/** Go prints all goroutines of a test binary that gets SIGQUIT. */
export const dumpGoroutines = `
for exe in /proc/[0-9]*/exe; do
  case $(readlink "$exe" 2>/dev/null) in
    *.test | *".test (deleted)") exe=\${exe%/exe}; kill -QUIT "\${exe#/proc/}" ;;
  esac
done`;

/** Empties `$1` and `$2`, whatever code under test has left there, and fills them as fresh ones: `$3` is git's configuration. */
export const emptyFolders = `
for folder in "$1" "$2"; do
  chmod -R u+rwX "$folder" 2>/dev/null
  for entry in "$folder"/* "$folder"/.[!.]* "$folder"/..?*; do
    [ -e "$entry" ] || [ -L "$entry" ] || continue
    rm -rf -- "$entry" || exit
  done
done
mkdir "$1/cover" && printf %s "$3" >"$2/.gitconfig"`;
