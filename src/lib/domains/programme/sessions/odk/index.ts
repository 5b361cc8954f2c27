/** Sessions by ODK and KoboToolbox: the form for their apps, and the tables that they export. */
export { readOdkRows } from './read-odk-rows.ts'
export { makeXForm } from './xform.ts'
