/**
 * The spool: reports that could not go to the database at once, as sealed files, because it was gone or too many
 * came. On the disk before anyone hears that they are safe; moved into the database once, however often a process dies on the way.
 */
import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, readdir, rename, unlink, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#base'
import { formatSpoolFile, parseSpoolFile } from './spool-file.ts'
import type { FaultPoint, NewReport, Stored } from './report-store.ts'

export type Spool = {
	/**
	 * Keeps a report; when it resolves, the report is on the disk. `used`: the form of this one has brought another already.
	 * @throws AppError `reports.cannot-keep` (503) when the disk does not take it: nothing of it is left then
	 */
	add: (report: NewReport) => Promise<Stored>
	/**
	 * Moves up to `most` reports on. `store` may see one a second time after a crash and has to keep it once. Answers how many
	 * were moved.
	 */
	moveSome: (store: (reports: readonly NewReport[]) => Promise<unknown>, most: number) => Promise<number>
	/** Counts what waits. */
	count: () => Promise<number>
	/** True when the disk takes one more of the largest: one that holds nothing is written and removed. */
	hasSpace: () => Promise<boolean>
}

const ending = '.report'
const unfinished = '.part'
const noTime = new Date(0)
const hasCode = (error: unknown, code: string): boolean =>
	error instanceof Error && 'code' in error && error.code === code

/** Names in a folder last only when the folder itself was written. */
const syncFolder = async (folder: string): Promise<void> => {
	await using handle = await open(folder)
	await handle.sync()
}

/** Writes a file whole, with a time that says nothing. */
const writeDurably = async (path: string, bytes: Buffer): Promise<void> => {
	await using handle = await open(path, 'wx', 0o600)
	await handle.writeFile(bytes)
	await handle.utimes(noTime, noTime)
	await handle.sync()
}

const listWaiting = async (folder: string): Promise<string[]> =>
	(await readdir(folder)).filter((name) => name.endsWith(ending)).sort()

export const toSpoolFolder = (dataDir: string): string => join(dataDir, 'cold')

/** Counts what waits, for a process that moves nothing itself; 0 where there is no folder. */
export const countSpooled = async (dataDir: string): Promise<number> => {
	try {
		return (await listWaiting(toSpoolFolder(dataDir))).length
	} catch (error) {
		if (hasCode(error, 'ENOENT')) return 0
		throw error
	}
}

const isThisReport = async (path: string, { place, sealed }: NewReport): Promise<boolean> => {
	const known = parseSpoolFile(await readFile(path))
	if (!known) return false
	return Buffer.compare(known.place, place) === 0 && Buffer.compare(known.sealed, sealed) === 0
}

const keep = async (folder: string, report: NewReport, faultPoint: FaultPoint): Promise<Stored> => {
	const path = join(folder, `${report.id}${ending}`)
	const part = join(folder, `${randomBytes(16).toString('hex')}${unfinished}`)
	try {
		await writeDurably(part, formatSpoolFile(report))
		faultPoint('spool-written')
		await link(part, path) // refused when the name is taken: one form, one report
		faultPoint('spool-named')
		await utimes(folder, noTime, noTime)
		await syncFolder(folder)
		return 'stored'
	} catch (error) {
		if (hasCode(error, 'EEXIST')) return (await isThisReport(path, report)) ? 'again' : 'used'
		throw new AppError(
			'reports.cannot-keep',
			503,
			`Keeping a report in ${folder}: the disk does not take it (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'}); free space`,
		)
	} finally {
		await unlink(part).catch(() => undefined)
	}
}

/** Reads what waits under these names. What is not whole gets another ending, for the operator to look at. */
const readReports = async (folder: string, names: readonly string[]): Promise<NewReport[]> => {
	const reports: NewReport[] = []
	for (const name of names) {
		const path = join(folder, name)
		const bytes = await readFile(path).catch(() => undefined) // another process was faster
		const report = bytes && parseSpoolFile(bytes)
		if (report) reports.push(report)
		else if (bytes) await rename(path, `${path}.broken`)
	}
	return reports
}

/** More than the longest report in a file. */
const probe = Buffer.alloc(128 * 1024)

const hasSpace = async (folder: string): Promise<boolean> => {
	const part = join(folder, `${randomBytes(16).toString('hex')}${unfinished}`)
	try {
		await writeDurably(part, probe)
		return true
	} catch {
		return false // full, or read only: what a report would meet
	} finally {
		await unlink(part).catch(() => undefined)
		await utimes(folder, noTime, noTime).catch(() => undefined)
	}
}

/** Opens the spool in a folder, made when it is not there. What was never finished, and so never acknowledged, is removed. */
export const openSpool = async (folder: string, faultPoint: FaultPoint = () => {}): Promise<Spool> => {
	await mkdir(folder, { recursive: true, mode: 0o700 })
	for (const name of await readdir(folder))
		if (name.endsWith(unfinished)) await unlink(join(folder, name)).catch(() => undefined)
	return {
		add: (report) => keep(folder, report, faultPoint),
		count: async () => (await listWaiting(folder)).length,
		hasSpace: () => hasSpace(folder),
		moveSome: async (store, most) => {
			const names = (await listWaiting(folder)).slice(0, most)
			const reports = await readReports(folder, names)
			if (reports.length === 0) return 0
			await store(reports)
			faultPoint('spool-stored')
			for (const { id } of reports) await unlink(join(folder, `${id}${ending}`)).catch(() => undefined)
			faultPoint('spool-moved')
			await utimes(folder, noTime, noTime)
			await syncFolder(folder)
			return reports.length
		},
	}
}
