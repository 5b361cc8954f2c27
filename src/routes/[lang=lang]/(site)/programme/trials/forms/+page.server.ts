import { formNames, formReaders } from '#domains/programme/trials/instrument'
import { getInstrument } from '#domains/programme/trials/instrument/server'
import type { PageServerLoad } from './$types'

/** Forms that can be printed, and whether a pilot of them was published. */
export const load: PageServerLoad = ({ setHeaders }) => {
	setHeaders({ 'cache-control': 'public, max-age=600' })
	const { version, validated } = getInstrument()
	return { version, validated, names: formNames, readers: formReaders }
}
