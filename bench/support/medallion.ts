/** Medallion (https://github.com/oasis-open/cti-taxii-server), the reference server of TAXII 2.1, with objects in its memory. */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { taxiiType } from '#tools/channels/taxii'

const collection = randomUUID()
const stix = 'application/stix+json;version=2.1'

const writeData = (dataDir: string, count: number): string => {
	const now = Date.now()
	const at = new Date(now).toISOString()
	const objects = Array.from({ length: count }, (_, n) => ({
		type: 'indicator',
		spec_version: '2.1',
		id: `indicator--${randomUUID()}`,
		pattern_type: 'stix',
		created: at,
		modified: at,
		valid_from: at,
		pattern: `[url:value = 'https://blocked.example/${n}']`,
	}))
	const manifest = objects.map(({ id, modified }, n) => ({
		id,
		version: modified,
		media_type: stix,
		date_added: new Date(now + n).toISOString().replace('Z', '000Z'),
	}))
	const titles = { title: 'peer', description: 'peer' }
	const root = {
		information: { ...titles, versions: [taxiiType], max_content_length: 104857600 },
		status: [],
		collections: [
			{ id: collection, ...titles, can_read: true, can_write: true, manifest, objects, media_types: [stix] },
		],
	}
	const data = {
		'/discovery': { ...titles, default: 'http://127.0.0.1/r/', api_roots: ['http://127.0.0.1/r/'] },
		r: root,
	}
	const file = join(dataDir, 'medallion-data.json')
	writeFileSync(file, JSON.stringify(data))
	return file
}

/**
 * Starts it with so many objects in one collection.
 *
 * @param folder - of a checkout; what Python needs is found by `PYTHONPATH`, and Python itself by `PYTHON`
 */
export const startMedallion = async (
	folder: string,
	{ dataDir, count, port }: { dataDir: string; count: number; port: number },
): Promise<{ collection: string; authorization: string; stop: () => void }> => {
	const backend = { module_class: 'MemoryBackend', filename: writeData(dataDir, count) }
	const config = join(dataDir, 'medallion.json')
	const users = { admin: 'Password0' }
	writeFileSync(config, JSON.stringify({ backend, users, taxii: { max_page_size: 1000 } }))
	const settings = ['--host', '127.0.0.1', '--port', String(port), '--no-conf-dir', '--conf-file', config]
	const peer = spawn(process.env['PYTHON'] ?? 'python3', ['-m', 'medallion.scripts.run', ...settings], {
		cwd: folder,
		stdio: ['ignore', 'ignore', 'pipe'],
	})
	await new Promise<void>((resolve, reject) => {
		let said = ''
		peer.stderr.on('data', (text: Buffer) => {
			said += text.toString()
			if (said.includes('Running on')) resolve()
		})
		peer.on('exit', () => reject(new Error(`medallion has ended: ${said.slice(-500)}`)))
	})
	return {
		collection: `http://127.0.0.1:${port}/r/collections/${collection}/`,
		authorization: `Basic ${btoa('admin:Password0')}`,
		stop: () => void peer.removeAllListeners('exit').kill(),
	}
}
