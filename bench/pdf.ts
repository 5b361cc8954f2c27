/**
 * PDF files as a visitor gets them: milliseconds of processor time each on the server, request included, after warm-up; memory over 200 in
 * a row. `node bench/pdf.ts`
 */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { finish, getCpuSeconds, isQuick, report, showSpread, showTable, toSpread } from './support/figures.ts'
import { startProduct } from './support/product.ts'

const target = 60
const rounds = isQuick ? 3 : 5
const each = isQuick ? 20 : 40
const inARow = 200
const mostGrowth = 40

const key = parse(readFileSync('content/skills/quizzes/bullying/quiz.yaml', 'utf8')) as {
	right: { b: string[] }
}
const answers = new URLSearchParams(key.right.b.map((letter, index) => [`q${index + 1}`, letter])).toString()
const documents = {
	'certificate, ar': `/ar/skills/quiz/bullying/b/certificate.pdf?${answers}`,
	'certificate, fr': `/fr/skills/quiz/bullying/b/certificate.pdf?${answers}`,
	'family plan, ar':
		'/ar/tools/plan/plan.pdf?6-8=1&12-14=2&android=2&windows=1&network=box&service=youtube&service=whatsapp',
	'family plan, fr':
		'/fr/tools/plan/plan.pdf?6-8=1&12-14=2&android=2&windows=1&network=box&service=youtube&service=whatsapp',
}

const product = await startProduct()

const load = async (path: string, count: number): Promise<number> => {
	const before = getCpuSeconds(product.pid)
	for (let made = 0; made < count; made++) {
		const answer = await fetch(product.origin + path)
		const file = Buffer.from(await answer.arrayBuffer())
		if (!file.subarray(0, 5).equals(Buffer.from('%PDF-')))
			throw new Error(`asking for ${path}: answered ${answer.status}, no PDF`)
	}
	return ((getCpuSeconds(product.pid) - before) / count) * 1000
}

/** Memory of the product, MB. */
const getMemory = (): number =>
	Number(/VmRSS:\s+(\d+) kB/u.exec(readFileSync(`/proc/${product.pid}/status`, 'utf8'))?.[1]) / 1024

try {
	const rows: string[][] = []
	for (const [name, path] of Object.entries(documents)) {
		await load(path, 30)
		const taken: number[] = []
		for (let round = 0; round < rounds; round++) taken.push(await load(path, each))
		const spread = toSpread(taken)
		rows.push([name, showSpread(spread, 1)])
		report(name, `${spread.median.toFixed(1)} ms`, `<= ${target} ms`, spread.median <= target)
	}
	console.log(showTable(['document', 'CPU ms'], rows))
	const before = getMemory()
	await load(documents['certificate, ar'], inARow)
	const growth = getMemory() - before
	report(
		`memory over ${inARow} in a row`,
		`${growth.toFixed(0)} MB more, ${getMemory().toFixed(0)} MB`,
		`<= ${mostGrowth} MB more`,
		growth <= mostGrowth,
	)
} finally {
	await product.stop()
}
finish()
