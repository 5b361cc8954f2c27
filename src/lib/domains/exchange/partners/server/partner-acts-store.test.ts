import { describe, expect, test } from 'vitest'
import { day } from '#base'
import { engines } from '../../../../../../tests/support/database.ts'
import { rfcKey, rfcThumbprint } from '../../../../../../tests/support/partners.ts'
import { isKeyGood } from '../partner.ts'
import { changePartner, movePartner, setChannels } from '../agreement/server/change-store.ts'
import { bringKey, makeToken, revokeKey } from '../keys/server/key-store.ts'
import { findPartnerKey, findVersion, listPartners } from './partner-store.ts'
import {
	brings,
	pass,
	read,
	refusal,
	changeNow,
	setChannelsNow,
	openDirectory,
	compare,
	newJwk,
	getNow,
	setClockBack,
} from '../../../../../../tests/support/partner-directory.ts'

const nobody = '0a000000-0000-4000-8000-00000000000f'
setClockBack()

describe.each(engines)('the directory of partners on %s', (engine) => {
	test('a partner begins as a draft and is read back as its form said', async () => {
		const world = await openDirectory(engine)
		expect(await world.get()).toEqual({ ...read(), id: world.id, state: 'draft', channels: [] })
		expect((await listPartners(world.db)).map(({ id }) => id)).toEqual([world.id])
		expect(await world.kinds()).toEqual(['partner/made'])
	})

	test('it becomes active with an agreement, a flow and a channel; an ended one stays so', async () => {
		const { directory, id, get, kinds } = await openDirectory(engine)
		const move = (to: 'active' | 'suspended' | 'ended') => movePartner(directory, { id, to, by: brings })
		await expect(move('active')).rejects.toThrow(refusal('partner.not-ready'))
		const channels = [
			{ kind: 'http-sig', address: 'https://line.example/coop/v1/inbox' },
			{ kind: 'paper', address: 'Bureau 12' },
		] as const
		await setChannelsNow(directory, { id, to: channels, by: brings })
		await setChannelsNow(directory, { id, to: channels.toReversed(), by: brings })
		expect((await get()).channels.map(({ kind, place }) => [kind, place])).toEqual([
			['paper', 1],
			['http-sig', 2],
		])
		await expect(move('suspended')).rejects.toThrow(refusal('partner.no-move'))
		await move('active')
		expect((await get()).state).toBe('active')
		await move('ended')
		await expect(move('active')).rejects.toThrow(refusal('partner.no-move'))
		for (const act of [
			() => changeNow(directory, { id, to: read(), by: brings }),
			() => setChannelsNow(directory, { id, to: [], by: brings }),
			() => makeToken(directory, { partner: id, days: 1, by: brings }),
			() =>
				bringKey(directory, { partner: id, use: 'sign', text: JSON.stringify(rfcKey), days: 1, by: brings }),
		])
			await expect(act()).rejects.toThrow(refusal('partner.ended'))
		expect(await kinds()).toEqual([
			'partner/changed',
			'partner/changed',
			'partner/made',
			'partner/state',
			'partner/state',
		])
	})

	test('a channel that stays is the same one, wherever it stands; which went is said', async () => {
		const { directory, id, get } = await openDirectory(engine)
		const [signed, paper, mail] = [
			{ kind: 'http-sig', address: 'https://line.example/coop/v1/inbox' },
			{ kind: 'paper', address: 'Bureau 12' },
			{ kind: 'xarf-mail', address: 'abuse@line.example' },
		] as const
		const ids = async () => new Map((await get()).channels.map((one) => [one.kind, one.id]))
		const set = (to: Parameters<typeof setChannelsNow>[1]['to']) =>
			setChannelsNow(directory, { id, to, by: brings })
		expect(await set([signed, paper])).toEqual([])
		const before = await ids()
		expect(await set([mail, paper, signed])).toEqual([])
		const after = await ids()
		expect([after.get('http-sig'), after.get('paper')]).toEqual([before.get('http-sig'), before.get('paper')])
		expect((await get()).channels.map(({ kind, place }) => [kind, place])).toEqual([
			['xarf-mail', 1],
			['paper', 2],
			['http-sig', 3],
		])
		expect(await set([{ ...signed, address: 'https://new.example/coop/v1/inbox' }, paper])).toEqual([
			after.get('xarf-mail'),
			after.get('http-sig'),
		])
		expect((await ids()).get('http-sig')).not.toBe(after.get('http-sig'))
		await set([paper, paper])
		expect(new Set((await get()).channels.map((one) => one.id)).size).toBe(2)
	})

	test('an agreement that ran out makes nobody active', async () => {
		const { directory, id } = await openDirectory(engine)
		await setChannelsNow(directory, { id, to: [{ kind: 'paper', address: 'Bureau 12' }], by: brings })
		pass(400)
		await expect(movePartner(directory, { id, to: 'active', by: brings })).rejects.toThrow(
			refusal('partner.not-ready'),
		)
	})

	test('an active partner is given more only while it is suspended', async () => {
		const { directory, id, get } = await openDirectory(engine)
		await setChannelsNow(directory, { id, to: [{ kind: 'paper', address: 'Bureau 12' }], by: brings })
		const move = (to: 'active' | 'suspended') => movePartner(directory, { id, to, by: brings })
		const change = (more: object) => changeNow(directory, { id, to: read(more), by: brings })
		await move('active')
		await expect(change({ tlpMost: 'red' })).rejects.toThrow(refusal('partner.suspend-first'))
		await change({ nameFr: 'Autre nom', tlpMost: 'green', 'flow-referral-in': '' })
		expect(await get()).toMatchObject({
			names: { fr: 'Autre nom' },
			tlpMost: 'green',
			flows: ['referral-out'],
		})
		await move('suspended')
		await change({ tlpMost: 'red', 'flow-hashes': 'yes' })
		await move('active')
		expect(await get()).toMatchObject({ tlpMost: 'red', state: 'active' })
	})

	test('of two who edit it at once the second one is told, and nothing of the first is lost', async () => {
		const { db, directory, id, get } = await openDirectory(engine)
		const version = (await findVersion(db, id)) ?? ''
		const edit = { id, version, by: brings }
		pass(1)
		await changePartner(directory, { ...edit, to: read({ note: 'first' }) })
		await expect(changePartner(directory, { ...edit, to: read({ note: 'second' }) })).rejects.toThrow(
			refusal('partner.changed'),
		)
		await expect(setChannels(directory, { ...edit, to: [] })).rejects.toThrow(refusal('partner.changed'))
		expect((await get()).note).toBe('first')
		await changeNow(directory, { id, by: brings, to: read({ note: 'second' }) })
		expect((await get()).note).toBe('second')
	})

	test('nothing is done to a partner that is not there', async () => {
		const { directory } = await openDirectory(engine)
		await expect(changeNow(directory, { id: nobody, to: read(), by: brings })).rejects.toThrow(
			refusal('partner.unknown'),
		)
	})

	test('a key counts once a second person has compared it, and not before', async () => {
		const world = await openDirectory(engine)
		const id = await world.bring()
		expect(await world.key(rfcThumbprint)).toMatchObject({
			use: 'sign',
			broughtBy: brings,
			verifiedBy: undefined,
		})
		expect(isKeyGood(await world.key(rfcThumbprint), getNow())).toBe(false)
		await expect(compare(world, id, { by: brings })).rejects.toThrow(refusal('partner.same-person'))
		await expect(compare(world, id, { typed: '0000 '.repeat(6) })).rejects.toThrow(
			refusal('partner.key-heard'),
		)
		await expect(compare(world, nobody)).rejects.toThrow(refusal('partner.key-unknown'))
		await compare(world, id)
		const found = await findPartnerKey(world.db, { use: 'sign', kid: rfcThumbprint })
		expect(found && isKeyGood(found, getNow())).toBe(true)
		await expect(compare(world, id)).rejects.toThrow(refusal('partner.key-state'))
		expect(await world.kinds()).toEqual(['partner/key-brought', 'partner/key-verified', 'partner/made'])
		pass(365)
		expect(isKeyGood(await world.key(rfcThumbprint), getNow())).toBe(false)
	})

	test('the table itself refuses that one person brings and compares a key', async () => {
		const world = await openDirectory(engine)
		const id = await world.bring()
		const same = world.db.updateTable('partner_key').set({ verified_by: brings }).where('id', '=', id)
		await expect(same.execute()).rejects.toThrow(/check constraint/u)
	})

	test('a key that stands in the directory is not brought again', async () => {
		const world = await openDirectory(engine)
		await world.bring()
		await expect(world.bring()).rejects.toThrow(refusal('partner.key-known'))
	})

	test('the old key goes on beside the one that replaces it for two weeks', async () => {
		const world = await openDirectory(engine)
		const old = await world.bring()
		await compare(world, old)
		pass(300)
		const next = await world.bring(await newJwk())
		await compare(world, next, { replaces: true })
		pass(13)
		expect((await world.keys()).map((key) => isKeyGood(key, getNow()))).toEqual([true, true])
		pass(1)
		expect((await world.keys()).filter((key) => isKeyGood(key, getNow())).map(({ id }) => id)).toEqual([next])
	})

	test('a key is revoked at once, or from the moment on which it was in other hands, and never comes back', async () => {
		const world = await openDirectory(engine)
		const id = await world.bring()
		await compare(world, id)
		pass(10)
		const revoke = (since?: Date) =>
			revokeKey(world.directory, { partner: world.id, key: id, by: brings, why: 'stolen', since })
		await expect(revoke(new Date(getNow().getTime() + 1))).rejects.toThrow(refusal('partner.key-since'))
		const stolen = new Date(getNow().getTime() - 3 * day)
		await revoke(stolen)
		expect(world.revoked).toMatchObject([{ id, revokedAt: stolen, revokedWhy: 'stolen' }])
		const key = await world.key(rfcThumbprint)
		expect([isKeyGood(key, stolen), isKeyGood(key, new Date(stolen.getTime() - 1))]).toEqual([false, true])
		await expect(revoke()).rejects.toThrow(refusal('partner.key-state'))
		await expect(compare(world, id)).rejects.toThrow(refusal('partner.key-state'))
		await expect(world.bring()).rejects.toThrow(refusal('partner.key-known'))
	})

	test('what stands in the way of setting messages apart leaves the key as it was, and nothing in the record', async () => {
		const world = await openDirectory(engine)
		const key = await world.bring()
		const directory = { ...world.directory, onRevoked: () => Promise.reject(new Error('disk full')) }
		const revoked = revokeKey(directory, {
			partner: world.id,
			key,
			by: brings,
			why: 'lost',
			since: undefined,
		})
		await expect(revoked).rejects.toThrow('disk full')
		expect((await world.key(rfcThumbprint)).revokedAt).toBeUndefined()
		expect(await world.kinds()).not.toContain('partner/key-revoked')
	})
})
