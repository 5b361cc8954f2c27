import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { toDnsmasqFiles } from '../../src/lib/tools/dns-filter/dnsmasq/index.ts'
import { rulesName, toNetworkManagerFiles } from '../../src/lib/tools/dns-filter/network-manager/index.ts'
import { toRefreshFiles } from '../../src/lib/tools/dns-filter/safe-addresses/index.ts'
import { testNames, testSafeSearch } from '../support/dns-answers.ts'
import { world } from '../support/dns-world.ts'
import { makeTestFilter } from '../support/filters.ts'
import { describeIsolated } from '../support/isolation.ts'
import type { Message } from '../support/network-manager-child.ts'
import {
	expectSameRules,
	openStage,
	run,
	waitUntil,
	writeFiles,
	type QueryType,
	type Reply,
	type Run,
} from '../support/programs.ts'
import { proveTarget } from '../support/proofs.ts'

const stage = openStage()

/** What a machine brings itself: one connection, with a resolver of its own that the filter must not ask. */
const own = {
	'NetworkManager.conf': `[main]
plugins=keyfile
rc-manager=unmanaged
[keyfile]
unmanaged-devices=*,except:interface-name:wan0
`,
	'wan.nmconnection': `[connection]
id=wan
uuid=5e1c1a4e-0000-4000-8000-000000000001
type=ethernet
interface-name=wan0
[ipv4]
method=manual
address1=192.0.2.10/24
gateway=192.0.2.1
dns=192.0.2.53;
[ipv6]
method=disabled
`,
}

type Question = Message extends infer One ? (One extends Message ? Omit<One, 'id'> : never) : never

describeIsolated(
	'NetworkManager',
	'network-manager',
	(networkManager) => {
		/** Lays the files down as they are handed out; only the folder of the refresh script's result is another. */
		const place = (level: 'strict' | 'balanced') => {
			const folder = stage.makeFolder()
			const filter = makeTestFilter(level)
			const home = '/etc/NetworkManager/dnsmasq.d'
			const files = [...toNetworkManagerFiles(filter), ...toDnsmasqFiles(filter, { home, folder })]
			expectSameRules(
				[...toNetworkManagerFiles(filter), ...toDnsmasqFiles(filter, { home })],
				files,
				/^addn-hosts=/u,
			)
			const etc = join(folder, 'etc')
			const folders = ['etc/conf.d', 'etc/dnsmasq.d', 'etc/system-connections', 'world']
			for (const name of folders) mkdirSync(join(folder, name), { recursive: true })
			writeFiles(
				join(etc, 'conf.d'),
				files.filter(({ name }) => name === 'thiqa-network-manager.conf'),
			)
			writeFiles(
				join(etc, 'dnsmasq.d'),
				files
					.filter(({ name }) => name === 'thiqa-dnsmasq.conf')
					.map((file) => ({ ...file, name: rulesName })),
			)
			writeFileSync(join(etc, 'NetworkManager.conf'), own['NetworkManager.conf'])
			const connection = join(etc, 'system-connections', 'wan.nmconnection')
			writeFileSync(connection, own['wan.nmconnection'])
			chmodSync(connection, 0o600)
			const refresh = toRefreshFiles(filter, {
				program: 'network-manager',
				reload: 'nmcli general reload dns-full',
				folder,
			})
			return { folder, etc, script: writeFiles(folder, refresh)['thiqa-network-manager-refresh.sh'] ?? '' }
		}

		const start = (folder: string) => {
			const isolate = ['-mn', '--propagation', 'private', '--pid', '--fork', '--kill-child', '--mount-proc']
			const program = [
				process.execPath,
				'tests/support/network-manager-child.ts',
				folder,
				networkManager,
				'1.1.1.3',
				'1.0.0.3',
			]
			const child: ChildProcess = spawn('unshare', [...isolate, ...program], {
				stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
			})
			let output = ''
			for (const stream of [child.stdout, child.stderr])
				stream?.on('data', (text: Buffer) => (output = (output + text.toString()).slice(-20_000)))
			const kill = () => void child.kill('SIGKILL')
			process.once('exit', kill)
			stage.atEnd(async () => {
				process.off('exit', kill)
				const ended = child.exitCode === null && child.signalCode === null ? once(child, 'close') : undefined
				kill()
				await ended
			})
			let next = 0
			const waiting = new Map<number, (value: unknown) => void>()
			child.on('message', ({ id, value }: { id: number; value: unknown }) => waiting.get(id)?.(value))
			const tell = (question: Question): Promise<unknown> =>
				new Promise((resolve, reject) => {
					const id = next++
					const fail = (): void => reject(new Error(`the machine has ended:\n${output}`))
					child.once('exit', fail)
					waiting.set(id, (value) => {
						child.off('exit', fail)
						resolve(value)
					})
					child.send({ ...question, id })
				})
			return {
				ask: async (name: string, type: QueryType = 'A') => (await tell({ do: 'ask', name, type })) as Reply,
				getAsked: async () => (await tell({ do: 'asked' })) as string[],
				run: async (script: string) => (await tell({ do: 'run', script })) as Run,
				getOutput: () => output,
			}
		}

		test('takes the drop-in, and a broken one changes nothing that it prints', () => {
			const { etc } = place('strict')
			const print = () =>
				run(networkManager, [
					'--print-config',
					`--config=${etc}/NetworkManager.conf`,
					`--config-dir=${etc}/conf.d`,
				])
			expect(print().output).toMatch(/^dns=dnsmasq$/mu)
			expect(print().output).toMatch(/^\[global-dns-domain-\*\]\nservers=1\.1\.1\.3,1\.0\.0\.3,/mu)
			writeFileSync(join(etc, 'conf.d', 'thiqa-network-manager.conf'), '[main\ndns=dnsmasq\n')
			expect(print().output).not.toMatch(/^dns=dnsmasq$/mu)
		})

		describe.each(['strict', 'balanced'] as const)(
			'at the level %s, with the files as they are handed out',
			(level) => {
				let machine: ReturnType<typeof start>
				let script = ''
				beforeAll(async () => {
					const placed = place(level)
					script = placed.script
					machine = start(placed.folder)
					const isReady = async () => {
						const { addresses } = (await machine.ask('ready.example.ma')) as Partial<Reply>
						return addresses?.[0] === world.ordinary
					}
					await waitUntil(isReady)
				})
				const answering = {
					ask: (name: string, type?: QueryType) => machine.ask(name, type),
					getAsked: () => machine.getAsked(),
					level,
				}
				describe('before the refresh script has run', () =>
					testSafeSearch({ ...answering, knowsAllTargets: false }))
				test('the refresh script fetches what is not published', async () => {
					expect(await machine.run(script)).toEqual({ status: 0, output: '' })
					await expect
						.poll(async () => (await machine.ask('duckduckgo.com')).addresses)
						.toEqual([world.duckduckgoSafe])
				})
				describe('after it', () => testSafeSearch(answering))
				testNames(answering)
			},
		)

		proveTarget({
			target: 'network-manager',
			program: 'NetworkManager',
			getVersion: () => run(networkManager, ['--version']).output.trim(),
			kind: 'ran',
		})
	},
	{
		openssl: 'openssl',
		dig: 'bind9-dnsutils',
		dnsmasq: 'dnsmasq-base',
		'dbus-daemon': 'dbus',
		ip: 'iproute2',
	},
)
