/** A canary name opened as a page, in real Chromium with our own policy file and without, against the real helper. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer as createSite, request } from 'node:http'
import { createServer } from 'node:https'
import { stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { toChromeLinuxFiles } from '../../src/lib/tools/dns-filter/browser-policy/index.ts'
import { canaryDomain, places, startCanaryWorld } from '../support/canary-world.ts'
import { makeTestFilter } from '../support/filters.ts'
import { canMount, writeMountedProgram } from '../support/mounted.ts'
import { describeProgram, openStage } from '../support/programs.ts'

const source = stripTypeScriptTypes(readFileSync('src/islands/opened-name.ts', 'utf8'))

const page =
	'<!doctype html><title>page</title><script type="module">import { openName } from "/opened-name.js"; globalThis.openName = openName</script>'
type Opening = { openName: typeof import('../../src/islands/opened-name.ts').openName }

describeProgram('chromium', 'chromium', (path) => {
	const stage = openStage()
	let origin = ''
	let tlsPort = 0

	beforeAll(async () => {
		const site = createSite((asked, response) => {
			const isScript = asked.url === '/opened-name.js'
			response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
			response.end(isScript ? source : page)
		})
		await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
		stage.atEnd(() => void site.close())
		origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
		const folder = stage.makeFolder()
		const world = await startCanaryWorld(folder, origin)
		stage.atEnd(world.close)
		const [key, cert] = ['server.key', 'server.crt'].map((name) => readFileSync(join(folder, name)))
		const tls = createServer({ key, cert }, ({ url, headers }, response) => {
			const onward = { host: places.plain, port: world.webPort, path: url, headers }
			request(onward, (answer) => {
				response.writeHead(answer.statusCode ?? 502, answer.headers)
				answer.pipe(response)
			}).end()
		})
		await new Promise<void>((resolve) => tls.listen(0, '127.0.0.1', resolve))
		stage.atEnd(() => void tls.close())
		tlsPort = (tls.address() as AddressInfo).port
	})

	/** What opening each name gives in a browser whose policy is this file, and what a request for `blocked` gives. */
	const open = async (policy: string) => {
		const folder = stage.makeFolder()
		const machine = join(folder, 'machine')
		mkdirSync(join(machine, 'policies', 'managed'), { recursive: true })
		writeFileSync(join(machine, 'policies', 'managed', 'thiqa-chrome.json'), policy)
		const gone = `MAP gone.${canaryDomain} ~NOTFOUND`
		const browser = await chromium.launch({
			executablePath: writeMountedProgram(folder, machine, '/etc/chromium', path),
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--ignore-certificate-errors',
				`--host-resolver-rules=${gone}, MAP *.${canaryDomain} 127.0.0.1:${tlsPort}`,
			],
		})
		stage.atEnd(() => browser.close())
		const tab = await browser.newPage()
		await tab.goto(origin)
		return tab.evaluate(async (domain) => {
			const { openName } = globalThis as unknown as Opening
			const said: Record<string, unknown> = {}
			for (const name of ['open', 'blocked', 'doh', 'gone'])
				said[name] = await openName(`https://${name}.${domain}/name.html`, document.body, 30_000)
			const answer = await fetch(`https://blocked.${domain}/name.json`)
			return {
				said,
				requested: (await answer.json()) as unknown,
				left: document.querySelectorAll('iframe').length,
			}
		}, canaryDomain)
	}

	const reached = (name: string) => ({ said: { name, at: 'plain' } })

	test.skipIf(!canMount())('our policy refuses pages and lets requests through', async () => {
		const [file] = toChromeLinuxFiles(makeTestFilter('strict'))
		expect(await open(file?.text ?? '')).toEqual({
			said: { open: reached('open'), blocked: 'nothing', doh: 'nothing', gone: 'nothing' },
			requested: { name: 'blocked', at: 'plain' },
			left: 0,
		})
	})

	test.skipIf(!canMount())('without it every page says its name', async () => {
		expect((await open('{}')).said).toEqual({
			open: reached('open'),
			blocked: reached('blocked'),
			doh: reached('doh'),
			gone: 'nothing',
		})
	})
})
