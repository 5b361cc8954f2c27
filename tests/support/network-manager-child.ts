/**
 * A machine of its own with NetworkManager on it: started under `unshare -mn` with a folder that stands for
 * /etc/NetworkManager. The world stands at the address of the public resolver. Questions come as messages.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startDnsWorld } from './dns-world.ts'
import { ask, type QueryType } from './asking.ts'
import { findProgram, run, runBeside } from './running.ts'

const [folder = '', networkManager = '', ...addresses] = process.argv.slice(2)

const setup = `set -e
ip link set lo up
for address in ${addresses.join(' ')}; do ip address add "$address" dev lo; done
ip link add wan0 type veth peer name wan1
ip link set wan1 up
mount -t sysfs -o ro sysfs /sys
mount -t tmpfs none /run
mkdir -p /run/dbus /run/NetworkManager
mount --bind "$1/etc" /etc/NetworkManager
mount -t tmpfs none /var/lib/NetworkManager
`

const { status, output } = run('sh', ['-c', setup, 'sh', folder])
if (status !== 0) throw new Error(`machine: ${output}`)
const outside = await startDnsWorld(join(folder, 'world'), ['family.cloudflare-dns.com'], {
	address: addresses[0] ?? '',
	port: 53,
})
spawn(findProgram('dbus-daemon') ?? '', ['--system', '--nofork', '--nopidfile'], { stdio: 'inherit' })
while (!existsSync('/run/dbus/system_bus_socket')) await wait(20)
spawn(networkManager, ['--debug', '--log-level=INFO'], { stdio: 'inherit' })

export type Message =
	| { id: number; do: 'ask'; name: string; type: QueryType }
	| { id: number; do: 'asked' }
	| { id: number; do: 'run'; script: string }

process.on('message', (message: Message) => {
	const answer = (value: unknown) => process.send?.({ id: message.id, value })
	if (message.do === 'asked') return answer(outside.asked)
	const doing = message.do === 'ask' ? ask(53, message.name, message.type) : runBeside(message.script, [])
	void doing.then(answer, (error: unknown) => answer({ error: String(error) }))
})
