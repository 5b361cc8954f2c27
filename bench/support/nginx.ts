/** nginx as the peer: one worker, the same file in brotli, the headers that our own server sends. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePort, waitUntilReady, type Product } from './product.ts'

/** As nearly every browser asks. Its bytes lie in nginx's folder as a plain file that is announced so: no module is needed for it. */
export const encoding = 'br'

/** Headers that nginx makes itself. */
const own = new Set([
	'connection',
	'content-encoding',
	'content-length',
	'content-type',
	'date',
	'etag',
	'keep-alive',
	'vary',
])

const toConfiguration = (folder: string, port: number, headers: Headers): string => `
worker_processes 1;
daemon off;
pid ${folder}/pid;
error_log stderr crit;
events { worker_connections 1024; }
http {
	types { text/html html; }
	charset utf-8;
	access_log off;
	server_tokens off;
	sendfile on;
	tcp_nopush on;
	keepalive_requests 100000000;
	open_file_cache max=100;
	client_body_temp_path ${folder}/body;
	server {
		listen 127.0.0.1:${port};
		root ${folder}/files;
		add_header content-encoding ${encoding};
		add_header vary accept-encoding;
		${[...headers]
			.filter(([name]) => !own.has(name))
			.map(([name, value]) => `add_header ${name} "${value}";`)
			.join('\n\t\t')}
	}
}
`

/** True when this machine can run the peer; says so when it cannot. */
export const hasNginx = (): boolean => spawnSync('nginx', ['-v']).status === 0

/** Serves what stands in brotli beside the HTML file as `/page.html`; `pid` is that of the worker. */
export const startNginx = async (file: string, headers: Headers): Promise<Product> => {
	const folder = mkdtempSync(join(tmpdir(), 'thiqa-nginx-'))
	const port = await findFreePort()
	mkdirSync(join(folder, 'files'), { mode: 0o755 })
	spawnSync('chmod', ['755', folder])
	copyFileSync(`${file}.br`, join(folder, 'files', 'page.html'))
	writeFileSync(join(folder, 'nginx.conf'), toConfiguration(folder, port, headers))
	const server = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'inherit' })
	const ended = once(server, 'exit')
	const origin = `http://127.0.0.1:${port}`
	await waitUntilReady(`${origin}/page.html`, server)
	const children = readFileSync(`/proc/${server.pid ?? 0}/task/${server.pid ?? 0}/children`, 'utf8')
	const stop = async (): Promise<void> => {
		server.kill('SIGTERM')
		await ended
		rmSync(folder, { recursive: true, force: true })
	}
	return { origin, pid: Number(children.trim().split(' ')[0]), stop }
}
