import { getLanguage, locales } from '#base'
import { getDoors, getEmergency } from '#domains/guide'
import { library } from '#domains/guide/server'
import { getDisclosure } from '#domains/skills/lesson'
import { skills } from '#domains/skills/server'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }))

/** Doors that a teacher can go through with or for a pupil. */
const doors = ['emc-helpline', 'onde-2511', 'pmp-plaintes', 'court-cells', 'e-blagh']

const getNumber = (id: string): string => {
	const channel = getDoors(library, [id])[0]?.channels.find(({ type }) => type === 'phone')
	if (!channel) throw new Error(`getting the number of ${id}: contacts.yaml has none that is offered`)
	return channel.value
}

export const load: PageServerLoad = ({ params }) => ({
	audience: 'teachers' as const,
	isSensitive: true,
	disclosure: getDisclosure(skills, getLanguage(params.lang)),
	emergency: getEmergency(library),
	doors: getDoors(library, doors),
	regions: library.regions,
	town: getNumber('police'),
	country: getNumber('gendarmerie'),
})
