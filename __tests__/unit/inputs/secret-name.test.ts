import { expect, it } from "vitest";
import { saysSecret } from "../../../src/inputs/secret-name.ts";

it.each([
  ...["TOKEN", "NPM_TOKEN", "NPMTOKEN", "api_token_v2", "SECRET", "CLIENT_SECRETS", "DB_PASSWORD", "DBPASSWORD"],
  ...["MYSQL_PWD", "PASSPHRASE", "GPG_PASS", "STRIPE_KEY", "API_KEYS", "AWS_ACCESS_KEY_ID", "APIKEY", "GH_PAT"],
  ...["GOOGLE_CREDENTIALS", "CREDS", "BASIC_AUTH", "PRIVATE_CERT", "SENTRY_DSN", "SLACK_WEBHOOK", "JWT", "DB_PASSWD"],
])("the name %s says secret", (name) => {
  expect(saysSecret(name)).toBe(true);
});

it.each([
  ...["CI", "PATH", "PWD", "OLDPWD", "GOFLAGS", "MONKEY", "COMPAT", "TOKENIZERS_PARALLELISM", "KEYBOARD", "AUTHOR"],
  ...["HTTP_PROXY", "PASSES", "DATABASE_URL", "TURKEY_MODE"],
])("the name %s does not", (name) => {
  expect(saysSecret(name)).toBe(false);
});
