/** `npm run house`: the figures of the house, and with `-- --where` every place that breaks a rule. */
import { measureHouse } from './house/measure-house.ts'

const showsPlaces = process.argv.includes('--where')
for (const { rule, places } of measureHouse()) {
	console.log(`${String(places.length).padStart(4)}  ${rule}`)
	if (showsPlaces) for (const place of places) console.log(`        ${place}`)
}
