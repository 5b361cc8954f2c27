/** A hidden primary and the resolvers of a provider, as docs/exchange/resolvers.md sets them up, on loopback. */
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toZoneRules, toZoneText, type ListedNames } from '../../src/lib/tools/indicators/rpz-zone/index.ts'
import { makeCertificates } from './certificates.ts'
import { findFreePort } from './free-port.ts'
import { findProgram, isAnswering, openStage, run, runBeside } from './programs.ts'

type Stage = ReturnType<typeof openStage>

export const frame = {
	origin: 'rpz.thiqa.example',
	nameServer: 'ns.thiqa.example',
	mailbox: 'hostmaster.thiqa.example',
}
export const makeRules = (listed: ListedNames) =>
	toZoneRules(listed, { origin: frame.origin, stopPage: 'stop.thiqa.example' })

/** Names as they answer to somebody without the zone. */
const outside = `$TTL 60
$ORIGIN example.
@ IN SOA ns.example. h.example. 1 3600 600 86400 60
@ IN NS ns.example.
ns IN A 127.0.0.1
blocked1 IN A 192.0.2.1
www.blocked1 IN A 192.0.2.1
ok.blocked1 IN A 192.0.2.9
later IN A 192.0.2.4
fine IN A 192.0.2.10
stop.thiqa IN A 192.0.2.200
`

const getTool = (name: string): string => findProgram(name) ?? name
const common = 'listen-on-v6 { none; }; pid-file none; session-keyfile none; dnssec-validation no;'

/** Starts the primary with a zone at serial 7. Over TLS only when `isSecret`; the desk changes it with a key of its own. */
export const startPrimary = async (
	stage: Stage,
	listed: ListedNames,
	{ isSecret = false, notified = 0 } = {},
) => {
	const folder = stage.makeFolder()
	const [port, tlsPort] = [await findFreePort(), await findFreePort()]
	for (const key of ['isp1', 'desk'])
		writeFileSync(
			join(folder, `${key}.key`),
			run(getTool('tsig-keygen'), ['-a', 'hmac-sha256', `${key}.thiqa`]).output,
		)
	makeCertificates(folder, ['ns.thiqa.example'])
	writeFileSync(join(folder, 'example.zone'), outside)
	writeFileSync(join(folder, 'rpz.zone'), toZoneText(frame, 7, makeRules(listed)))
	const transfer = isSecret
		? `allow-transfer port ${tlsPort} transport tls { key isp1.thiqa; }`
		: 'allow-transfer { key isp1.thiqa; }'
	writeFileSync(
		join(folder, 'named.conf'),
		`include "${folder}/isp1.key"; include "${folder}/desk.key"; controls { };
tls xot { cert-file "${folder}/server.crt"; key-file "${folder}/server.key"; };
options { directory "${folder}"; listen-on port ${port} { 127.0.0.1; }; listen-on port ${tlsPort} tls xot { 127.0.0.1; };
	recursion no; allow-transfer { none; }; ${common} };
zone "example" { type primary; file "example.zone"; };
zone "${frame.origin}" { type primary; file "rpz.zone"; ${transfer}; allow-query { key isp1.thiqa; key desk.thiqa; };
	allow-update { key desk.thiqa; }; notify ${notified ? `explicit; notify-delay 0; also-notify { 127.0.0.1 port ${notified} key isp1.thiqa; }` : 'no'}; };
`,
	)
	await stage.startProgram(getTool('named'), ['-g', '-c', join(folder, 'named.conf'), '-n', '1'], {
		isReady: () => isAnswering(port),
	})
	return {
		folder,
		port,
		tlsPort,
		/** Changes the zone as the desk does. */
		update: (text: string) => {
			const script = join(folder, 'change')
			writeFileSync(script, `server 127.0.0.1 ${port}\n${text}`)
			return run(getTool('nsupdate'), ['-v', '-k', join(folder, 'desk.key'), script])
		},
		/** Asks for a transfer: `axfr`, or `ixfr=7`. */
		transfer: (kind: string, { withKey = true, overTls = false } = {}) =>
			run(getTool('dig'), [
				'@127.0.0.1',
				'-p',
				String(overTls ? tlsPort : port),
				frame.origin,
				kind,
				'+tcp',
				'+onesoa',
				'+tries=1',
				...(withKey ? ['-k', join(folder, 'isp1.key')] : []),
				...(overTls ? ['+tls'] : []),
			]).output,
	}
}

type Primary = Awaited<ReturnType<typeof startPrimary>>

/** Starts the provider's resolver: BIND that is secondary of the zone and answers by it. */
export const startProvider = async (
	stage: Stage,
	primary: Primary,
	{ port, overTls = false }: { port: number; overTls?: boolean },
) => {
	const folder = stage.makeFolder()
	copyFileSync(join(primary.folder, 'isp1.key'), join(folder, 'isp1.key'))
	const from = overTls
		? `port ${primary.tlsPort} { 127.0.0.1 key isp1.thiqa tls desk; }`
		: `port ${primary.port} { 127.0.0.1 key isp1.thiqa; }`
	writeFileSync(
		join(folder, 'named.conf'),
		`include "${folder}/isp1.key"; controls { };
tls desk { ca-file "${primary.folder}/ca.crt"; remote-hostname "ns.thiqa.example"; };
options { directory "${folder}"; listen-on port ${port} { 127.0.0.1; }; recursion yes; allow-query { any; };
	response-policy { zone "${frame.origin}" policy given log no min-update-interval 0; } qname-wait-recurse no;
	forwarders { 127.0.0.1 port ${primary.port}; }; forward only; ${common} };
zone "${frame.origin}" { type secondary; primaries ${from}; file "rpz.db"; masterfile-format text; allow-query { localhost; };
	allow-notify { key isp1.thiqa; }; };
`,
	)
	const started = await stage.startProgram(
		getTool('named'),
		['-g', '-c', join(folder, 'named.conf'), '-n', '1'],
		{
			isReady: () => isAnswering(port),
		},
	)
	return {
		folder,
		getOutput: started.getOutput,
		/** Serial of the zone that it holds; `undefined` before it has any. */
		findSerial: async (): Promise<number | undefined> => {
			const { output } = await runBeside(getTool('dig'), [
				'@127.0.0.1',
				'-p',
				String(port),
				frame.origin,
				'SOA',
				'+short',
				'+tries=1',
				'+norecurse',
			])
			const serial = / (\d+) 600 120 604800 300/u.exec(output)?.[1]
			return serial === undefined ? undefined : Number(serial)
		},
	}
}

/** Starts unbound on the text of a zone, beside the resolver that it forwards to. */
export const startUnbound = async (stage: Stage, zoneText: string, forwardTo: number): Promise<number> => {
	const folder = stage.makeFolder()
	const port = await findFreePort()
	writeFileSync(join(folder, 'rpz.zone'), zoneText)
	writeFileSync(
		join(folder, 'unbound.conf'),
		`server:
  interface: 127.0.0.1
  port: ${port}
  do-daemonize: no
  chroot: ""
  username: ""
  directory: "${folder}"
  pidfile: ""
  use-syslog: no
  module-config: "respip iterator"
  do-not-query-localhost: no
  do-ip6: no
  local-zone: "example." nodefault
remote-control:
  control-enable: no
forward-zone:
  name: "."
  forward-addr: 127.0.0.1@${forwardTo}
rpz:
  name: "${frame.origin}"
  zonefile: "${folder}/rpz.zone"
`,
	)
	await stage.startProgram(getTool('unbound'), ['-d', '-c', join(folder, 'unbound.conf')], {
		isReady: () => isAnswering(port),
	})
	return port
}

/** Starts dnsmasq on lines of its own form. */
export const startDnsmasq = async (stage: Stage, lines: string, forwardTo: number): Promise<number> => {
	const folder = stage.makeFolder()
	const port = await findFreePort()
	const file = join(folder, 'dnsmasq.conf')
	writeFileSync(
		file,
		`port=${port}\nlisten-address=127.0.0.1\nbind-interfaces\nno-resolv\nno-hosts\nserver=127.0.0.1#${forwardTo}\n${lines}`,
	)
	await stage.startProgram(
		getTool('dnsmasq'),
		['--keep-in-foreground', `--conf-file=${file}`, `--pid-file=${join(folder, 'pid')}`, '--user='],
		{ isReady: () => isAnswering(port) },
	)
	return port
}
