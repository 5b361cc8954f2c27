import { globSync, readFileSync } from 'node:fs'
import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'

/** Components alone: what stands in modules is linted by oxlint, with the same rules (`.oxlintrc.json`), in a tenth of the time. */

/**
 * Components that name a promise, after their text: they are linted with types. A program of types for each of them is most of the time of this check,
 * and svelte-check knows the types of the others.
 */
const waiting = globSync('src/**/*.svelte')
	.filter((file) => /\b(?:async|await|void)\b|\.then\(/u.test(readFileSync(file, 'utf8')))
	// Folders of routes are named in signs that have a meaning in a pattern.
	.map((file) => file.replaceAll(/[[\]()]/gu, '[$&]'))

/** Types take most of the time of this check: the gate leaves them to the long lane. */
const isGate = process.env.TEST_RUN === 'gate'

export default ts.config(
	{
		ignores: [
			'**/*.{js,mjs,cjs,ts}',
			'!**/*.svelte.ts',
			'build/',
			'.svelte-kit/',
			'data/',
			'node_modules/',
			'static/',
			'.cache/',
			'src/routes/.well-known/',
		],
	},
	js.configs.recommended,
	...ts.configs.strictTypeChecked,
	...svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: {
				projectService: true,
				extraFileExtensions: ['.svelte'],
			},
		},
		rules: {
			'no-console': 'off',
			'max-params': ['error', { max: 3 }],
			'max-lines-per-function': ['error', { max: 50 }],
			'no-restricted-syntax': [
				'error',
				{
					selector: 'ExportDefaultDeclaration',
					message: 'Named exports only: one noun has one name everywhere.',
				},
			],
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/no-confusing-void-expression': 'off',
			'@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
			'@typescript-eslint/no-meaningless-void-operator': 'off',
			'@typescript-eslint/require-await': 'off',
			'@typescript-eslint/consistent-type-definitions': ['error', 'type'],
			'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
			// Svelte's typing of `page.params` and loads is not seen by the rule.
			'svelte/no-navigation-without-resolve': 'off',
		},
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser } },
		rules: {
			// These see a component's own props and snippets as `any`.
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-return': 'off',
			'@typescript-eslint/no-confusing-void-expression': 'off',
			'@typescript-eslint/restrict-template-expressions': 'off',
			'@typescript-eslint/no-unnecessary-condition': 'off',
		},
	},
	{
		files: ['**/*.svelte'],
		ignores: isGate ? [] : waiting,
		...ts.configs.disableTypeChecked,
		languageOptions: { parserOptions: { parser: ts.parser, projectService: false, program: null } },
	},
	{
		files: ['**/*.svelte'],
		ignores: waiting,
		rules: {
			'no-restricted-syntax': [
				'error',
				...['AwaitExpression', ':function[async=true]', "CallExpression[callee.property.name='then']"].map(
					(selector) => ({
						selector,
						message: 'Components that wait are linted with types: `waiting` has to find it.',
					}),
				),
			],
		},
	},
)
