// Reads files of an archive with the libraries that their tools are made of, and prints what those understood as JSON.
// node read.mjs FOLDER WHAT FILE ...: FOLDER has node_modules/; WHAT is github, ical, linear or mermaid.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, what, ...files] = process.argv.slice(2);
const require = createRequire(pathToFileURL(join(folder, "package.json")));
const text = (file) => readFileSync(file, "utf8");

// What is wrong with the bodies of calls, by the published description of GitHub's API.
function github() {
  const ajv = new (require("ajv/dist/2020").default)({ strict: false });
  require("ajv-formats").default(ajv);
  const { paths } = require("@octokit/openapi/generated/api.github.com.deref.json");
  const checks = Object.fromEntries(
    ["milestone", "issue"].map((kind) => {
      const call = paths[`/repos/{owner}/{repo}/${kind}s`].post;
      const schema = asJsonSchema(call.requestBody.content["application/json"].schema);
      // A key that the API does not know would be left out without a word.
      return [kind, ajv.compile({ ...schema, additionalProperties: false })];
    }),
  );
  return files.map((file) => {
    const check = checks[file.match(/-(milestone|issue)-/)[1]];
    const content = JSON.parse(text(file));
    return { content, errors: check(content) ? [] : check.errors };
  });
}

// OpenAPI's "nullable" is no word of JSON Schema, and what it allows is never written.
function asJsonSchema(value) {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(asJsonSchema);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !(key === "nullable" && inner === true))
      .map(([key, inner]) => [key, asJsonSchema(inner)]),
  );
}

async function ical() {
  const { default: ICAL } = await import(pathToFileURL(require.resolve("ical.js")));
  const calendar = new ICAL.Component(ICAL.parse(text(files[0])));
  return calendar.getAllSubcomponents("vevent").map((found) => {
    const event = new ICAL.Event(found);
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      first: event.startDate.toString(),
      end: event.endDate.toString(),
      isDay: event.startDate.isDate && event.endDate.isDate,
      stamp: String(found.getFirstPropertyValue("dtstamp")),
    };
  });
}

// Its importer does not export its parser, so the class is cut out of the program.
async function linear() {
  const source = text(require.resolve("@linear/import/package.json").replace("package.json", "dist/cli.cjs"));
  const own = createRequire(require.resolve("@linear/import/package.json"));
  const cut = (begin, end) => source.slice(source.indexOf(begin), source.indexOf(end, source.indexOf(begin)));
  const importer = cut("var LinearCsvImporter", "//#endregion");
  const numbers = cut("const safeParseInt", "//#endregion");
  const make = new Function("csvtojson", `${numbers}\n${importer}\nreturn LinearCsvImporter;`);
  return new (make({ default: own("csvtojson") }))(files[0]).import();
}

async function mermaid() {
  const { JSDOM } = require("jsdom");
  const { window } = new JSDOM("<body></body>");
  globalThis.window = window;
  globalThis.document = window.document;
  const { default: library } = await import(pathToFileURL(join(folder, "node_modules/mermaid/dist/mermaid.core.mjs")));
  library.initialize({ startOnLoad: false, suppressErrorRendering: true });
  const diagram = await library.mermaidAPI.getDiagramFromText(text(files[0]));
  return {
    type: diagram.type,
    title: diagram.db.getDiagramTitle(),
    sections: diagram.db.getSections(),
    tasks: diagram.db.getTasks().map((task) => ({
      id: task.id,
      name: task.task,
      start: task.startTime.getTime(),
      end: task.endTime.getTime(),
    })),
  };
}

const found = await { github, ical, linear, mermaid }[what]();
process.stdout.write(JSON.stringify(found));
