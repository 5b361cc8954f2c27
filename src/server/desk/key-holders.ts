/** People who may hold the keys of an epoch, for the page of keys and for acts on them. */
import { mayHoldKeys } from '#domains/people/keys'
import { listPeople } from '#domains/people/server'
import { listRecipients } from '#domains/people/server/keys'
import { getPeople } from './session.ts'

/** People who may hold keys now; `recipient` is missing for those who have made no key of their own yet. */
export const listEntitled = async (url: URL) => {
	const { db } = await getPeople(url)
	const [people, recipients] = [await listPeople(db), await listRecipients(db)]
	const entitled = people
		.filter((person) => !person.disabled && mayHoldKeys(person))
		.map(({ id, name }) => ({ id, name, recipient: recipients.get(id) }))
	const names = new Map(people.map(({ id, name }) => [id, name]))
	const holders = entitled.flatMap(({ id, name, recipient }) => (recipient ? [{ id, name, recipient }] : []))
	return { entitled, holders, nameOf: (id: string) => names.get(id) ?? '–' }
}
