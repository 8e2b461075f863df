#!/usr/bin/env node
import { languageOf, MESSAGES } from './messages/index.ts';
import { endWhenOutputEnds } from './output.ts';
import { reportOutputProblem } from './problems.ts';
import { runProgram } from './program.ts';

const language = languageOf(process.argv.slice(2), process.env);
endWhenOutputEnds((error) => reportOutputProblem(error, MESSAGES[language]));
process.exitCode = await runProgram(process.argv.slice(2), { language, messages: MESSAGES[language] });
