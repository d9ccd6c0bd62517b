# Passerelle. `make run` and `make test` do all of their own set-up on Debian with rustup's stable Rust.

CARGO ?= cargo
TARGET := $(if $(CARGO_TARGET_DIR),$(CARGO_TARGET_DIR),target)
NPM := npm --no-fund --no-audit --no-update-notifier

.PHONY: run test bench check build demo-reset setup setup-test fast-test e2e

## Start the portal with demonstration data on http://127.0.0.1:8080
run: setup
	$(CARGO) build --quiet
	$(TARGET)/debug/passerelle serve --demo

## Throw the demonstration away and start afresh
demo-reset:
	rm -rf data
	$(MAKE) run

## The binary, assets within it: target/release/passerelle
build: setup
	$(CARGO) build --release

## Every test: Rust on SQLite and PostgreSQL, then Chromium
test: setup-test fast-test e2e

fast-test:
	$(CARGO) test --workspace --quiet

e2e:
	$(CARGO) build --quiet --bins
	cd e2e && PASSERELLE_BIN="$(abspath $(TARGET))/debug/passerelle" npx --no-install playwright test

## Format, lints, licences, house rules, fast tests
check: setup-test
	$(CARGO) fmt --all --check
	$(CARGO) clippy --workspace --all-targets --quiet -- -D warnings
	@$(CARGO) deny --version >/dev/null 2>&1 || $(CARGO) install --locked --quiet cargo-deny
	$(CARGO) deny --log-level error check bans licenses sources
	$(CARGO) run --quiet -p xtask -- tidy
	$(MAKE) fast-test

## Figures: medians, each as a ratio to its limit
bench: setup-test
	$(CARGO) build --release --bins --benches
	$(CARGO) run --quiet --release -p xtask -- bench

setup: crates/passerelle/assets/node_modules/.package-lock.json

setup-test: setup e2e/node_modules/.package-lock.json
	@scripts/need chromium:chromium /usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf:fonts-dejavu-core /usr/lib/postgresql/15/bin/initdb,/usr/lib/postgresql/16/bin/initdb,/usr/lib/postgresql/17/bin/initdb,/usr/lib/postgresql/18/bin/initdb:postgresql /usr/sbin/postfix:postfix /usr/sbin/saslpasswd2:sasl2-bin /usr/share/doc/libsasl2-modules:libsasl2-modules

crates/passerelle/assets/node_modules/.package-lock.json: crates/passerelle/assets/package-lock.json
	@scripts/need cargo:@rust cc:gcc npm:npm
	cd crates/passerelle/assets && $(NPM) ci --silent
	@touch $@

e2e/node_modules/.package-lock.json: e2e/package-lock.json
	@scripts/need npm:npm
	cd e2e && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 $(NPM) ci --silent
	@touch $@
