/** The hotline among the other doors, on pages that were made before anybody knew whether somebody answers for this installation. */
import { locales } from '#base'
import { changePages, readOperator, type Config, type StaticFiles } from '#platform'

const places = ['', '/contacts'] as const
const closed = / hidden(?:="")?(?=[^>]*\sdata-hotline-door-link)/gu

/** A page with its door to the hotline open: it stands there from the build on, out of sight. */
export const openDoor = (html: string): string => html.replaceAll(closed, '')

/**
 * The built pages as this process serves them: where reports are taken and the operator's record is complete, with the door open. In a
 * demonstration they stay as they are.
 * @throws AppError `operator.wrong` when the record is wrong: the process must not start
 */
export const openHotlineDoors = async (
	{ dataDir, roles }: Pick<Config, 'dataDir' | 'roles'>,
	files: StaticFiles,
): Promise<StaticFiles> => {
	if (!roles.includes('intake') || (await readOperator(dataDir)).state !== 'live') return files
	const addresses = locales.flatMap((locale) => places.map((place) => `/${locale}${place}`))
	return changePages(files, addresses, openDoor)
}
