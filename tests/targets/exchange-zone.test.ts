/** A hidden primary that follows the desk by `scripts/exchange-zone.ts`: from nothing, by one change, and by the whole zone. */
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { toUpdateText, toZoneText } from '../../src/lib/tools/indicators/rpz-zone/index.ts'
import { findFreePort } from '../support/free-port.ts'
import { describeProgram, findProgram, isAnswering, openStage, run, runBeside } from '../support/programs.ts'
import { makeRules } from '../support/rpz-world.ts'

const stage = openStage()
const origin = 'amber.rpz.127.0.0.1'
const frame = { origin, nameServer: 'ns.thiqa.example', mailbox: 'hostmaster.thiqa.example' }

/** A desk as far as the script asks it: serials are numbers of versions. */
const openDesk = async () => {
	const versions: string[][] = [[], ['one.example']]
	const asked: string[] = []
	const at = (serial: number) => ({
		...makeRules({ blocked: versions[serial] ?? [], exceptions: [] }),
		serial,
	})
	const server = createServer((request, response) => {
		asked.push(request.url ?? '')
		if (request.headers.authorization !== 'Bearer secret') return response.writeHead(401).end()
		const [, serial] = /^\/feeds\/zone\/amber(?:\/(\d+))?$/u.exec(request.url ?? '') ?? []
		const last = at(versions.length - 1)
		if (serial === undefined) return response.end(toZoneText(frame, last.serial, last))
		if (Number(serial) === last.serial) return response.writeHead(204).end()
		const update = toUpdateText(frame, at(Number(serial)), last)
		return update === undefined ? response.writeHead(410).end() : response.end(update)
	})
	server.listen(0, '127.0.0.1')
	await once(server, 'listening')
	stage.atEnd(() => void server.close())
	return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, versions, asked }
}

describeProgram(
	'named',
	'bind9',
	(named) => {
		test('a primary follows the desk, change by change, and its secret stands in no address', async () => {
			const desk = await openDesk()
			const folder = stage.makeFolder()
			const [port, control] = [await findFreePort(), await findFreePort()]
			const file = join(folder, 'amber.zone')
			for (const key of ['desk', 'rndc'])
				writeFileSync(
					join(folder, `${key}.key`),
					run(findProgram('tsig-keygen') ?? '', ['-a', 'hmac-sha256', key]).output,
				)
			// BIND answers `thaw` before the zone is read; on a large zone or a busy machine, long before.
			const late = join(folder, 'late')
			mkdirSync(late)
			writeFileSync(
				join(late, 'rndc'),
				`#!/bin/sh\ncase "$*" in *thaw*) (sleep 1; exec ${findProgram('rndc')} "$@") >/dev/null 2>&1 & ;; *) exec ${findProgram('rndc')} "$@" ;; esac\n`,
				{ mode: 0o755 },
			)
			const pull = (token = 'secret') =>
				runBeside(
					process.execPath,
					[
						'scripts/exchange-zone.ts',
						'--from',
						desk.address,
						'--file',
						file,
						'--port',
						String(port),
						'--key',
						join(folder, 'desk.key'),
						`--rndc=-s 127.0.0.1 -p ${control} -k ${join(folder, 'rndc.key')}`,
					],
					{
						env: {
							...process.env,
							PATH: `${late}:${process.env['PATH'] ?? ''}:/usr/sbin`,
							THIQA_TOKEN: token,
						},
					},
				)
			const isBlocked = (name: string): boolean =>
				run(findProgram('dig') ?? '', [
					'@127.0.0.1',
					'-p',
					String(port),
					'+short',
					'+tries=1',
					`${name}.${origin}`,
					'CNAME',
				]).output.includes('stop.thiqa.example.')

			expect(await pull()).toMatchObject({
				status: 0,
				output: expect.stringContaining('may start') as unknown,
			})
			writeFileSync(
				join(folder, 'named.conf'),
				`include "${folder}/desk.key"; include "${folder}/rndc.key";
controls { inet 127.0.0.1 port ${control} allow { 127.0.0.1; } keys { rndc; }; };
options { directory "${folder}"; listen-on port ${port} { 127.0.0.1; }; listen-on-v6 { none; }; recursion no; pid-file none; session-keyfile none; };
zone "${origin}" { type primary; file "amber.zone"; allow-update { key desk; }; allow-query { localhost; }; ixfr-from-differences yes; notify no; };
`,
			)
			await stage.startProgram(named, ['-g', '-c', join(folder, 'named.conf'), '-n', '1'], {
				isReady: () => isAnswering(port),
			})
			expect(isBlocked('one.example')).toBe(true)
			expect((await pull()).output).toContain('nothing to do')

			desk.versions.push(['two.example'])
			expect((await pull()).output).toContain('changed from serial 1')
			expect([isBlocked('one.example'), isBlocked('two.example')]).toEqual([false, true])

			desk.versions.push(Array.from({ length: 2000 }, (_, at) => `name-${at}.example`))
			expect((await pull()).output).toContain('loaded whole')
			expect([isBlocked('two.example'), isBlocked('name-1999.example')]).toEqual([false, true])
			desk.versions.push(['name-7.example'])
			expect((await pull()).output).toContain('loaded whole')
			desk.versions.push(['name-8.example'])
			expect((await pull()).output).toContain('changed from serial 4')
			expect([isBlocked('name-7.example'), isBlocked('name-8.example')]).toEqual([false, true])

			expect((await pull('wrong')).status).toBe(1)
			expect(desk.asked.join(' ')).not.toContain('secret')
		})
	},
	{ 'tsig-keygen': 'bind9', rndc: 'bind9', nsupdate: 'bind9-dnsutils', dig: 'bind9-dnsutils' },
)
