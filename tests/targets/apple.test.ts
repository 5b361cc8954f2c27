import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { targets } from '../../src/lib/domains/protect/index.ts'
import { makeTestFilter } from '../support/filters.ts'
import { describeProgram, findProgram, openStage, run } from '../support/programs.ts'
import { proveTarget } from '../support/proofs.ts'

type Profile = Record<string, unknown> & { PayloadContent: Record<string, unknown>[] }

const filter = makeTestFilter('strict')
const hostile = {
	...filter,
	resolver: { ...filter.resolver, name: '</string><true/>&lt;]]>\u0000\u202e "\' \ud800' },
}

const getText = (target: string, from = filter): string =>
	targets
		.find(({ id }) => id === target)
		?.make(from)
		.find(({ purpose }) => purpose === 'use')?.text ?? ''

describeProgram('plistutil', 'libplist-utils', (plistutil) => {
	const xmllint = findProgram('xmllint')
	const stage = openStage()
	const folder = stage.makeFolder()

	const write = (name: string, text: string): string => {
		const path = join(folder, name)
		writeFileSync(path, text)
		return path
	}

	/** The property list as both programs read it. */
	const read = (text: string): Record<string, unknown> => {
		const path = write('list.plist', text)
		if (xmllint) expect(run(xmllint, ['--nonet', '--noout', path])).toEqual({ status: 0, output: '' })
		const { status, output } = run(plistutil, ['-i', path, '-f', 'json'])
		expect(status, output).toBe(0)
		return JSON.parse(output) as Record<string, unknown>
	}

	test('refuses a broken list', () => {
		const text = getText('apple-doh')
		for (const broken of [
			text.replace('</dict>', ''),
			text.replace('<string>HTTPS</string>', '<string>HTTPS'),
			text.replace('DNSProtocol', 'DNS<Protocol'),
		]) {
			const path = write('broken.plist', broken)
			expect(run(plistutil, ['-i', path, '-f', 'json']).status).not.toBe(0)
			if (xmllint) expect(run(xmllint, ['--nonet', '--noout', path]).status).not.toBe(0)
		}
	})

	/** What Apple asks of every profile that a person installs by hand. */
	const expectProfile = (profile: Profile, type: string): Record<string, unknown> => {
		const uuid = /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/
		const [payload, ...others] = profile.PayloadContent
		expect(others).toEqual([])
		for (const part of [profile, payload]) {
			expect(part).toMatchObject({ PayloadVersion: 1, PayloadUUID: expect.stringMatching(uuid) as string })
			expect(part?.['PayloadIdentifier']).toMatch(/^[a-z.]+$/)
		}
		expect(profile).toMatchObject({ PayloadType: 'Configuration', PayloadRemovalDisallowed: false })
		expect(payload).toMatchObject({ PayloadType: type })
		expect(payload?.['PayloadUUID']).not.toBe(profile['PayloadUUID'])
		return payload ?? {}
	}

	const getVersion = () => /plistutil (\S+)/u.exec(run(plistutil, ['--version']).output)?.[1] ?? ''
	const prove = (target: string) => proveTarget({ target, program: 'plistutil', getVersion, kind: 'grammar' })

	describe.each([
		['apple-doh', { DNSProtocol: 'HTTPS', ServerURL: 'https://family.cloudflare-dns.com/dns-query' }],
		['apple-dot', { DNSProtocol: 'TLS', ServerName: 'family.cloudflare-dns.com' }],
	])('%s', (target, settings) => {
		test('is a profile whose one payload is encrypted DNS, with the keys that Apple documents', () => {
			const payload = expectProfile(read(getText(target)) as Profile, 'com.apple.dnsSettings.managed')
			expect(payload['DNSSettings']).toEqual({
				...settings,
				ServerAddresses: ['1.1.1.3', '1.0.0.3', '2606:4700:4700::1113', '2606:4700:4700::1003'],
			})
			expect(Object.keys(payload).filter((key) => !key.startsWith('Payload'))).toEqual(['DNSSettings'])
		})
		test('keeps a hostile label a label', () => {
			const profile = read(getText(target, hostile)) as Profile
			expectProfile(profile, 'com.apple.dnsSettings.managed')
			expect(profile['PayloadDisplayName']).toContain('</string><true/>&lt;]]>')
		})
		prove(target)
	})

	describe.each([
		['chrome-mac', 'com.google.Chrome', ['ForceGoogleSafeSearch', 'IncognitoModeAvailability']],
		['edge-mac', 'com.microsoft.Edge', ['ForceBingSafeSearch', 'InPrivateModeAvailability']],
	])('%s', (target, domain, keys) => {
		test('is a profile that holds the policies as they stand in the file for Linux', () => {
			const payload = expectProfile(read(getText(target)) as Profile, domain)
			const policy = JSON.parse(getText(target.replace('-mac', '-linux'))) as Record<string, unknown>
			const written = Object.entries(payload).filter(([key]) => !key.startsWith('Payload'))
			expect(Object.fromEntries(written)).toEqual(policy)
			for (const key of keys) expect(policy).toHaveProperty(key)
		})
		prove(target)
	})

	describe('firefox-mac', () => {
		test('is a property list with the policies of policies.json, and the word that switches them on', () => {
			const { policies } = JSON.parse(getText('firefox')) as { policies: Record<string, unknown> }
			expect(read(getText('firefox-mac'))).toEqual({ EnterprisePoliciesEnabled: true, ...policies })
		})
		prove('firefox-mac')
	})
})
