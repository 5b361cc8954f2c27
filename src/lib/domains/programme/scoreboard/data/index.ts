/** Open data of the programme: everything that is published, in the forms of other people's programs, from one frozen text. */
export { makeActivities } from './activities.ts'
export { makeCalendarDays } from './calendar-days.ts'
export { makeDataCatalogue } from './catalogue.ts'
export { makeFeed } from './news-feed.ts'
export { makeAdx, makeDxf2 } from './numbers.ts'
export { dataTables, toTable } from './tables.ts'
