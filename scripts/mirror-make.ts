/**
 * Makes a signed copy of the built site for a town hall or a school: `npm run mirror:make -- /media/usb/copy [ar fr]`. ORIGIN must name the site, as
 * it was built; the key is `DATA_DIR/keys/mirror.key`, made at first use.
 */
import { isLocale, locales } from '../src/lib/base/index.ts'
import { makeMirror } from '../src/lib/domains/programme/mirrors/server/make-mirror.ts'
import { getKey } from '../src/lib/platform/server/index.ts'
import { openInstallation, runCommand } from './installation.ts'

const run = async (): Promise<void> => {
	const [to, ...asked] = process.argv.slice(2)
	if (to === undefined || !asked.every(isLocale))
		throw new Error('Use: npm run mirror:make -- FOLDER [ar fr zgh en]')
	const config = openInstallation('mirror:make')
	const home = config.origin ?? `http://127.0.0.1:${config.port}`
	const { files, text } = await makeMirror({
		build: 'build',
		to,
		home,
		day: new Date().toISOString().slice(0, 10),
		secretKey: await getKey(config.dataDir, 'mirror'),
		languages: asked.length > 0 ? asked : locales,
	})
	console.log(text.trimEnd())
	console.log(`${files} files lie in ${to}. Put them at the root of a host name: https://copy.example/`)
	console.log(`Whoever checks it takes the key from ${home}/programme/mirror-key.pem`)
}

runCommand(run())
