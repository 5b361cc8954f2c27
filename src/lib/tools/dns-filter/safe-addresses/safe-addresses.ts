import { checkDnsFilter, type ConfigFile, type DnsFilter } from '#tools/dns-filter'

/** Safe names for which nobody publishes an address. */
const getUnknownTargets = ({ rewrites, addresses }: DnsFilter): string[] =>
	[...new Set(rewrites.map(({ target }) => target).filter((target) => !(target in addresses)))].sort()

/** Names whose addresses are refreshed, and how. */
export type RefreshPlace = {
	/** Names the script: `thiqa-<program>-refresh.sh`. */
	program: string
	/** Command that makes the program read the file again. */
	reload: string
	/** Folder that holds the file. */
	folder?: string
	/** True when the command itself sees whether anything changed: it then runs each time. */
	comparesItself?: boolean
}

/** The script; nothing when every target has a published address or the resolver cannot be asked. */
export const toRefreshFiles = (filter: DnsFilter, place: RefreshPlace): ConfigFile[] => {
	const { resolver } = checkDnsFilter(filter)
	const targets = getUnknownTargets(filter)
	const server = resolver.ipv4[0] ?? resolver.ipv6[0]
	if (targets.length === 0 || !server) return []
	const text = `#!/bin/sh
# Asks the resolver for the addresses of safe names that publish none, and writes them where the filter reads them.
# Until it has run, these search engines cannot be reached. Run it as administrator now, and once a day (cron).
# Needs dig: apt install bind9-dnsutils
set -eu
file=\${THIQA_FILE:-${place.folder ?? '/etc/thiqa'}/thiqa-names.hosts}
reload=\${THIQA_RELOAD:-${place.reload}}
command -v dig >/dev/null || { echo 'dig is not installed: apt install bind9-dnsutils' >&2; exit 1; }
mkdir -p "$(dirname "$file")"
new=$(mktemp)
trap 'rm -f "$new"' EXIT
failed=0
for name in ${targets.join(' ')}; do
	found=$(for type in A AAAA; do
		dig +short +time=3 +tries=2 -p ${resolver.port ?? 53} @${server} "$name" "$type" || true
	done | grep -E '^[0-9.]+$|^[0-9a-f]*:[0-9a-f:.]+$' || true)
	if [ -n "$found" ]; then
		for address in $found; do echo "$address $name"; done >>"$new"
	else
		# No answer today: what was known stays.
		echo "no answer for $name" >&2
		failed=1
		if [ -f "$file" ]; then grep -F " $name" "$file" >>"$new" || true; fi
	fi
done
chmod 644 "$new"
${place.comparesItself ? '' : 'if cmp -s "$new" "$file"; then exit $failed; fi\n'}cp "$new" "$file.new"
chmod 644 "$file.new"
mv "$file.new" "$file"
$reload
exit $failed
`
	return [{ name: `thiqa-${place.program}-refresh.sh`, type: 'application/x-sh', text, purpose: 'refresh' }]
}
