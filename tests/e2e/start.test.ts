import { createServer } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { makeFolder } from '../support/child.ts'
import { findFreePort } from '../support/free-port.ts'
import { startProduct, type Product } from '../support/product.ts'
import { makeFilledFolder } from '../support/ready-made.ts'

const start = async (dataDir: string): Promise<Product> =>
	startProduct({ PORT: String(await findFreePort()), DATA_DIR: dataDir })

const isHealthy = async ({ origin }: Product): Promise<boolean> => (await fetch(`${origin}/health`)).ok

/** A refusal that an operator understands: what, why, what to do; no frames of our code. */
const expectRefusal = async (product: Product, ...words: readonly string[]): Promise<void> => {
	const { code, said } = await product.end()
	expect(code).toBe(1)
	for (const word of words) expect(said).toContain(word)
	expect(said).not.toMatch(/^ +at /mu)
}

test('a second process on the same folder refuses to start and says what to do', async () => {
	const folder = await makeFilledFolder()
	const first = await start(folder)
	await first.ready()
	await expectRefusal(await start(folder), 'Thiqa cannot start', 'another process has it', 'DATA_DIR')
	expect(await isHealthy(first)).toBe(true)
})

test.each([300, 1200])('after a kill %i ms into its first start it starts', async (milliseconds) => {
	const folder = makeFolder()
	const killed = await start(folder)
	await wait(milliseconds)
	await killed.end('SIGKILL')
	const next = await start(folder)
	await next.ready()
	expect(await isHealthy(next)).toBe(true)
	expect((await next.end('SIGTERM')).code).toBe(0)
})

test('after a kill while it serves it starts again on what it had', async () => {
	const folder = makeFolder()
	const killed = await start(folder)
	await killed.ready()
	await isHealthy(killed)
	await killed.end('SIGKILL')
	const next = await start(folder)
	await next.ready()
	expect(await isHealthy(next)).toBe(true)
})

test('a port in use is named, with what to do', async () => {
	const port = await findFreePort()
	const other = createServer().listen(port, '127.0.0.1')
	onTestFinished(() => void other.close())
	const product = startProduct({ PORT: String(port), DATA_DIR: makeFolder() })
	await expectRefusal(product, `127.0.0.1:${port}`, 'another program listens there', 'PORT')
})

test.each([
	['PORT', 'eighty'],
	['PORT', '70000'],
	['LOG_LEVEL', 'loud'],
	['ORIGIN', 'ftp://thiqa.example'],
	['DATABASE_URL', 'mysql://user:hunter2@db/thiqa'],
	['THIQA_ROLES', 'site,kitchen'],
])('%s=%s is refused by name', async (name, value) => {
	const product = startProduct({ PORT: '8099', DATA_DIR: makeFolder(), [name]: value })
	await expectRefusal(product, 'cannot start', name, 'wanted')
	expect((await product.end()).said).not.toContain('hunter2')
})

test('asked to end, it ends by itself with code 0, though a client holds its line', async () => {
	const product = await start(await makeFilledFolder())
	await product.ready()
	const line = connect(Number(new URL(product.origin).port), '127.0.0.1')
	line.on('error', () => undefined)
	onTestFinished(() => void line.destroy())
	line.write('GET /fr HTTP/1.1\r\nhost: half') // a request that never ends
	await wait(100)
	expect((await product.end('SIGTERM')).code).toBe(0)
})
