#!/usr/bin/env node
import { languageOf, MESSAGES } from './messages/index.ts';
import { endQuietlyWhenReaderLeaves } from './output.ts';
import { runProgram } from './program.ts';

endQuietlyWhenReaderLeaves();
const language = languageOf(process.argv.slice(2), process.env);
process.exitCode = await runProgram(process.argv.slice(2), { language, messages: MESSAGES[language] });
