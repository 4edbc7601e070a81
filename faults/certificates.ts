import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

/** What is wrong with a server's certificate. Nobody the client trusts has signed any of them. */
export const flaws = ["unknown", "expired", "wrong host"] as const;
export type Flaw = (typeof flaws)[number];

/** A certificate for that address, and its key, as PEM. It is its own authority. */
export async function certificate(address: string, flaw: Flaw, folder: string): Promise<{ key: string; cert: string }> {
  const openssl = (...args: readonly string[]) => promisify(execFile)("openssl", args, { cwd: folder });
  const name = flaw === "wrong host" ? "DNS:elsewhere.example.org" : `IP:${address}`;
  await writeFile(
    join(folder, "ca.cnf"),
    `[ca]\ndefault_ca=own\n[own]\ndatabase=index\nnew_certs_dir=.\nrand_serial=yes\ndefault_md=sha256\npolicy=any\nx509_extensions=ext\n[any]\ncommonName=supplied\n[ext]\nbasicConstraints=CA:TRUE\nsubjectAltName=${name}\n`,
  );
  await writeFile(join(folder, "index"), "");
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  await openssl("req", "-new", ...curve, "-subj", "/CN=fault", "-keyout", "key.pem", "-out", "request.pem");
  const [from, to] =
    flaw === "expired" ? ["20200101000000Z", "20200201000000Z"] : ["20200101000000Z", "20991231000000Z"];
  const dates = ["-startdate", from, "-enddate", to];
  const files = ["-keyfile", "key.pem", "-in", "request.pem", "-out", "cert.pem"];
  await openssl("ca", "-selfsign", "-batch", "-notext", "-config", "ca.cnf", ...dates, ...files);
  const [key, cert] = await Promise.all(["key.pem", "cert.pem"].map((file) => readFile(join(folder, file), "utf8")));
  return { key: String(key), cert: String(cert) };
}
