/**
 * A server of built pages and nothing else, which counts arrivals in every second block of 2,000 answers: `node counted-static.ts PORT`. One process for
 * both, in turns of a tenth of a second, since neither two processes nor two minutes of a machine are alike. Each block's processor time for an answer
 * goes to standard output: `on 21.3`, in microseconds. Its sending and counting are those of the product (`src/server/http/web-server.ts`).
 */
import { createServer } from 'node:http'
import { createCounter } from '#domains/programme/counting'
import { loadStaticFiles, openPack, sendStaticFile } from '#platform'
import { countSent, setCounter } from '#server/process/counting/counter'

const block = 2000
const files = loadStaticFiles([{ folder: 'build/prerendered' }], openPack('build/files.br'))
setCounter(createCounter({ facts: { provinces: [], regions: [], topics: [] }, zone: 'Africa/Casablanca' }))
let isOn = false
let answered = 0
let begun = process.cpuUsage()

const endBlock = (): void => {
	const { user, system } = process.cpuUsage(begun)
	console.log(`${isOn ? 'on' : 'off'} ${(user + system) / block}`)
	isOn = !isOn
	begun = process.cpuUsage()
}

createServer((request, response) => {
	if (!sendStaticFile(files, request, response)) response.writeHead(404).end()
	else if (isOn) countSent(request, response)
	if (++answered % block === 0) endBlock()
}).listen(Number(process.argv[2]), '127.0.0.1')
