import { randomBytes, randomInt } from 'node:crypto'
import { AppError, toHex } from '#base'
import { recordActs } from '#domains/acts/server'
import { commitTo, drawHalf, hashList, makeSeed, type DrawEntry } from '#tools/statistics/fair-draw'
import type { ListedClass } from '../../class-list.ts'
import { requireOwn, requireState } from './gate.ts'
import { getLockedTrial, readClasses } from '../../server/trial-rows.ts'
import type { TrialActor, TrialDesk } from '../../server/trial-tables.ts'

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const makeLabels = (count: number): string[] => {
	const labels = new Set<string>()
	while (labels.size < count)
		labels.add(Array.from({ length: 5 }, () => letters.charAt(randomInt(letters.length))).join(''))
	return [...labels]
}

/** Strata, one of each region and setting, named by chance: the list is public, and a region with one school of a kind would name it. */
const nameStrata = (classes: readonly ListedClass[]): string[] => {
	const kinds = classes.map(({ region, setting }) => `${region} ${setting}`)
	const distinct = [...new Set(kinds)]
	const names = makeLabels(distinct.length)
	return kinds.map((kind) => names[distinct.indexOf(kind)] ?? '')
}

/** Fewest classes that can be compared: two an arm. */
const fewestClasses = 4

/**
 * Fixes which classes take part, before anything is known of the draw: labels and strata named by chance, the hash of the list, and what the secret is
 * committed to.
 *
 * @returns the label of each class in the order given: what only this answer says is which is which
 * @throws AppError `trial.few`, `trial.state`, `trial.not-yours`
 */
export const listClasses = (
	{ db, now }: TrialDesk,
	{ id, classes }: { id: string; classes: readonly ListedClass[] },
	by: TrialActor,
): Promise<string[]> =>
	db.transaction().execute(async (trx) => {
		const trial = await getLockedTrial(trx, id)
		requireOwn(trial, by)
		requireState(trial, 'open')
		if (classes.length < fewestClasses)
			throw new AppError('trial.few', 409, 'listing classes: two an arm are needed at least')
		const labels = makeLabels(classes.length)
		const strata = nameStrata(classes)
		const list = strata.map((stratum, index): DrawEntry => ({ label: labels[index] ?? '', stratum }))
		const secret = randomBytes(32)
		const [commitment, listHash] = [toHex(commitTo(secret)), toHex(hashList(list))]
		await trx
			.insertInto('trial_class')
			.values(list.map((one) => ({ ...one, trial: trial.number, has_lesson: null })))
			.execute()
		await trx
			.insertInto('trial_draw')
			.values({
				trial: trial.number,
				secret,
				commitment,
				list_hash: listHash,
				listed_at: now(),
				value: null,
				drawn_at: null,
			})
			.execute()
		await trx.updateTable('trial').set({ state: 'listed' }).where('number', '=', trial.number).execute()
		await recordActs(trx, [
			{ act: 'trial/listed', by: by.id, at: now(), what: { trial: id, list: listHash, commitment } },
		])
		return labels
	})

/**
 * Draws, once, by the public value that was named beforehand.
 * @throws AppError `trial.ethics` without an approval, `trial.early` before the day that was named, `trial.state`, `trial.not-yours`
 */
export const drawTrial = (
	{ db, now, forms }: TrialDesk,
	{ id, value, today }: { id: string; value: string; today: string },
	by: TrialActor,
): Promise<void> =>
	db.transaction().execute(async (trx) => {
		const trial = await getLockedTrial(trx, id)
		requireOwn(trial, by)
		requireState(trial, 'listed')
		if (trial.protocol.ethics === '')
			throw new AppError('trial.ethics', 409, 'drawing: no approval by an ethics committee is named')
		if (today < trial.protocol.drawOn)
			throw new AppError('trial.early', 409, 'drawing: the day that was named is not there yet')
		const list = (await readClasses(trx, trial.number)).map(({ label, stratum }): DrawEntry => ({
			label,
			stratum,
		}))
		const { secret, list_hash: listHash } = await trx
			.selectFrom('trial_draw')
			.where('trial', '=', trial.number)
			.select(['secret', 'list_hash'])
			.executeTakeFirstOrThrow()
		const chosen = drawHalf(makeSeed(new Uint8Array(secret), value, list), list)
		for (const hasLesson of [true, false])
			await trx
				.updateTable('trial_class')
				.set({ has_lesson: hasLesson })
				.where('trial', '=', trial.number)
				.where('label', hasLesson ? 'in' : 'not in', chosen)
				.execute()
		await trx
			.updateTable('trial_draw')
			.set({ value, drawn_at: now(), forms: forms().version })
			.where('trial', '=', trial.number)
			.execute()
		await trx.updateTable('trial').set({ state: 'drawn' }).where('number', '=', trial.number).execute()
		await recordActs(trx, [
			{ act: 'trial/drawn', by: by.id, at: now(), what: { trial: id, list: listHash, chosen: [...chosen] } },
		])
	})
