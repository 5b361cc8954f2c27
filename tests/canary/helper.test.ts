/** `npm run canary` as an operator runs it: its zone, its refusals, what it writes down, and what it stands. */
import { spawn } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import packet, { type DecodedPacket } from 'dns-packet'
import { expect, test } from 'vitest'
import { findFreePort } from '../support/free-port.ts'
import { ask, describeProgram, isAnswering, openStage, run } from '../support/programs.ts'

const stage = openStage()
const domain = 'canary.example.ma'
const script = 'scripts/canary.ts'

const settings = async () => ({
	PATH: process.env.PATH,
	CANARY_DOMAIN: domain,
	CANARY_ADDRESS: '203.0.113.10,2001:db8::10',
	CANARY_SAFE_ADDRESS: '203.0.113.11,2001:db8::11',
	CANARY_CHALLENGE: 'canary.acme.example.org',
	ORIGIN: 'https://thiqa.example',
	CANARY_DNS_LISTEN: `127.0.0.1:${await findFreePort()}`,
	CANARY_WEB_LISTEN: `127.0.0.1:${await findFreePort()}`,
	CANARY_SAFE_WEB_LISTEN: `127.0.0.1:${await findFreePort()}`,
})
type Settings = Awaited<ReturnType<typeof settings>>

const portOf = (listen: string) => Number(listen.split(':')[1])

const start = async (env: Settings) => {
	const port = portOf(env.CANARY_DNS_LISTEN)
	const child = await stage.startProgram(process.execPath, [script], {
		env,
		isReady: () => isAnswering(port),
	})
	return { ...child, port }
}

describeProgram('named-checkzone', 'bind9-utils', (checkzone) => {
	test('takes the zone file that is printed, and refuses a broken one', async () => {
		const { status, output } = run(process.execPath, [script, 'zone'], { env: await settings() })
		expect(status).toBe(0)
		const file = join(stage.makeFolder(), 'zone')
		writeFileSync(file, output)
		expect(run(checkzone, [domain, file])).toMatchObject({ status: 0 })
		writeFileSync(file, output.replace('IN NS', 'IN NSS'))
		expect(run(checkzone, [domain, file]).status).not.toBe(0)
	})
})

describeProgram('named', 'bind9', (named) => {
	test('answers from the zone file as the helper does', async () => {
		const env = await settings()
		const folder = stage.makeFolder()
		const port = await findFreePort()
		writeFileSync(join(folder, 'zone'), run(process.execPath, [script, 'zone'], { env }).output)
		writeFileSync(
			join(folder, 'named.conf'),
			[
				'controls { };',
				`options { directory "${folder}"; listen-on port ${port} { 127.0.0.1; }; listen-on-v6 { none; };`,
				'\tpid-file none; session-keyfile none; recursion no; dnssec-validation no; };',
				`zone "${domain}" { type primary; file "zone"; };`,
			].join('\n'),
		)
		await stage.startProgram(named, ['-g', '-c', join(folder, 'named.conf'), '-n', '1'], {
			isReady: async () => (await ask(port, `open.${domain}`).catch(() => undefined))?.rcode === 'NOERROR',
		})
		const helper = await start(env)
		const labels = [
			'',
			'ns.',
			'open.',
			'blocked.',
			'search.',
			'search-safe.',
			'doh.',
			'r.',
			'x7.r.',
			'a.b.r.',
		]
		for (const label of [...labels, '_acme-challenge.', 'shut.', 'x.open.'])
			for (const type of ['A', 'AAAA', 'TXT', 'NS', 'SOA', 'UNKNOWN_65'] as const) {
				const name = label + domain
				expect(await ask(helper.port, name, type), `${name} ${type}`).toEqual(await ask(port, name, type))
			}
		await helper.stop()
	})
})

test.each([
	['CANARY_DOMAIN', '', 'CANARY_DOMAIN: is not set; see docs/canary.md'],
	['CANARY_SAFE_ADDRESS', '203.0.113.10,2001:db8::11', 'CANARY_SAFE_ADDRESS: is the same as CANARY_ADDRESS'],
	['CANARY_DNS_LISTEN', 'everywhere', 'CANARY_DNS_LISTEN: holds "everywhere", wanted an address and a port'],
	['CANARY_DNS_LISTEN', '203.0.113.99:5300', 'this machine has no such address'],
])('does not start with %s=%s, and says why', async (name, value, reason) => {
	const { status, output } = run(process.execPath, [script], {
		env: { ...(await settings()), [name]: value },
	})
	expect(status).toBe(1)
	expect(output).toContain('The canary helper cannot start')
	expect(output).toContain(reason)
	expect(output).not.toMatch(/^ +at /mu)
})

test('says which port is in use', async () => {
	const env = await settings()
	const first = await start(env)
	const other = await settings()
	const { status, output } = run(process.execPath, [script], {
		env: { ...other, CANARY_SAFE_WEB_LISTEN: env.CANARY_SAFE_WEB_LISTEN },
	})
	expect(status).toBe(1)
	expect(output).toContain(`${env.CANARY_SAFE_WEB_LISTEN}: another program listens there`)
	await first.stop()
})

test('knows one command', async () => {
	const { status, output } = run(process.execPath, [script, 'zones'], { env: await settings() })
	expect(status).toBe(1)
	expect(output).toContain('"zones" is unknown')
})

test('writes down numbers: no address, no name, no token', async () => {
	const env = await settings()
	const child = spawn(process.execPath, [script], { env })
	let said = ''
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (text: Buffer) => (said += text.toString()))
	const port = portOf(env.CANARY_DNS_LISTEN)
	await expect.poll(() => isAnswering(port)).toBe(true)
	await ask(port, `telltale7.r.${domain}`)
	await ask(port, 'telltale.example.org')
	const web = `http://${env.CANARY_WEB_LISTEN}/name.json?telltale`
	await fetch(web, { headers: { 'user-agent': 'telltale' } })
	child.kill('SIGTERM')
	await new Promise((resolve) => child.once('close', resolve))
	expect(said).toContain('"event":"canary.counts"')
	expect(said).toMatch(/"answered":1,"refused":\d+,"dropped":0,"reached":0/u)
	expect(said).not.toContain('telltale')
	expect(said.match(/\b\d{1,3}(?:\.\d{1,3}){3}\b/gu) ?? []).toEqual([])
})

const readMemory = (pid: number | undefined): number =>
	Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid ?? ''}/status`, 'utf8'))?.[1] ?? 0) / 1024

/** Random bytes, headers with noise behind them, real questions with some bytes turned or cut off. */
const makePacket = (): Buffer => {
	const kind = randomInt(5)
	if (kind === 0) return randomBytes(randomInt(1400))
	if (kind === 1)
		return Buffer.concat([Buffer.from([0, 7, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1]), randomBytes(randomInt(400))])
	if (kind === 2)
		return Buffer.concat([Buffer.from([0, 7, 1, 0]), Buffer.alloc(8, 0xff), randomBytes(randomInt(400))])
	const name = kind === 3 ? `${randomBytes(8).toString('hex')}.r.${domain}` : `open.${domain}`
	const question = packet.encode({ type: 'query', id: randomInt(65_536), questions: [{ type: 'A', name }] })
	for (let turns = randomInt(4); turns > 0; turns--) question[randomInt(question.length)] = randomInt(256)
	return question.subarray(0, question.length - randomInt(3))
}

test('2,000 malformed and random packets: it goes on, answers nothing at length, and does not grow', async () => {
	const helper = await start(await settings())
	const before = readMemory(helper.pid)
	const socket = createSocket('udp4')
	let [sent, heard] = [0, 0]
	socket.on('message', (answer) => (heard += answer.length))
	await new Promise<void>((resolve) => socket.connect(helper.port, '127.0.0.1', resolve))
	for (let round = 0; round < 20; round++) {
		for (let at = 0; at < 100; at++) {
			const message = makePacket()
			sent += message.length
			socket.send(message)
		}
		await wait(20)
	}
	expect(await ask(helper.port, `open.${domain}`)).toMatchObject({ addresses: ['203.0.113.10'] })
	await expect.poll(() => heard).toBeGreaterThan(0)
	socket.close()
	expect(heard / sent).toBeLessThan(1)
	expect(readMemory(helper.pid) - before).toBeLessThan(30)
	await helper.stop()
})

test('a flood of good questions is limited, and a second later it answers again', async () => {
	const helper = await start(await settings())
	const question = packet.encode({ type: 'query', id: 7, questions: [{ type: 'A', name: `open.${domain}` }] })
	const socket = createSocket('udp4')
	const answers: DecodedPacket[] = []
	socket.on('message', (answer) => answers.push(packet.decode(answer)))
	await new Promise<void>((resolve) => socket.connect(helper.port, '127.0.0.1', resolve))
	const since = Date.now()
	// Until one is told to come by TCP instead: a slow machine does not send too many within one second so soon.
	while (!answers.some(({ flag_tc }) => flag_tc)) {
		for (let at = 0; at < 1000; at++) socket.send(question)
		await wait(600)
	}
	const seconds = Math.floor(Date.now() / 1000) - Math.floor(since / 1000) + 1
	socket.close()
	const whole = answers.filter(({ answers: records = [] }) => records.length > 0)
	expect(whole.length).toBeLessThanOrEqual(200 * (seconds + 1))
	expect(await ask(helper.port, `open.${domain}`)).toMatchObject({ addresses: ['203.0.113.10'] })
	await helper.stop()
})

test('TCP: noise, half a message, an endless one and 100 connections do not stop it', async () => {
	const helper = await start(await settings())
	const open = (bytes: Buffer) =>
		new Promise<void>((resolve) => {
			const socket = connect(helper.port, '127.0.0.1', () => socket.write(bytes))
			socket.on('error', () => resolve()).on('close', () => resolve())
			setTimeout(() => {
				socket.destroy()
				resolve()
			}, 1500).unref()
		})
	const noise = Array.from({ length: 100 }, (_, at) =>
		open(at % 2 ? randomBytes(at * 10 + 1) : Buffer.from([0, 50, 1])),
	)
	await Promise.all([...noise, open(Buffer.alloc(70_000, 0xff))])
	const answer = await new Promise<DecodedPacket>((resolve, reject) => {
		const question = packet.encode({ type: 'query', id: 9, questions: [{ type: 'TXT', name: domain }] })
		const socket = connect(helper.port, '127.0.0.1', () =>
			socket.write(Buffer.concat([Buffer.from([0, question.length]), question])),
		)
		socket.on('error', reject).on('data', (data: Buffer) => {
			resolve(packet.decode(data.subarray(2)))
			socket.destroy()
		})
	})
	expect(answer.answers).toMatchObject([{ type: 'TXT', name: domain }])
	await helper.stop()
})
