# What `sam build` calls: one build-<LogicalId> target per function of template.yaml, which copies
# the classes of the function's module and its runtime jars to $(ARTIFACTS_DIR).
# samconfig.toml sets build_in_source, so the first target packages all modules with Maven and the
# others find it done. Without it (--no-build-in-source, --use-container) each target does its own run.

MVN ?= mvn --batch-mode --quiet
PACKAGED := target/packaged
SOURCES := $(shell find pom.xml platform functions -name target -prune -o \
  \( -name pom.xml -o -path '*/src/main/*' -o -path 'functions/content/pages/*' \) -type f -print)

FORMS := FormsFunction FormsOwner FormsReceipts FormsSubscriptions FormsDeliveries FormsPublisher FormsSubscriber
MEMBERS := MembersFunction MembersSubscriber MembersPublisher MembersMailer MembersSignIn
ALIKES := AlikesFunction AlikesSubscriber AlikesNews
DISCUSSIONS := DiscussionsFunction DiscussionsPublisher DiscussionsSubscriber
CONTENT := ContentFunction ContentImporter ContentPublisher ContentScheduler ContentSubscriber ContentTally
WISDOM := WisdomFunction WisdomSubscriber

.PHONY: help check local deployable import-pages
help:
	@echo 'make check       build and test everything (mvn verify)'
	@echo 'make local       run the whole template on this machine (mvn -Plocal)'
	@echo 'make deployable  check the template and build it for AWS (sam validate --lint, sam build)'
	@echo 'make import-pages ARGS=--dry-run   load the pages into $$TABLE (docs/operations.md)'

check:
	mvn verify

local:
	mvn -Plocal

deployable:
	sam validate --lint
	sam build

$(PACKAGED): $(SOURCES)
	$(MVN) package dependency:copy-dependencies -Dmaven.test.skip=true -Djacoco.skip=true \
	  -DincludeScope=runtime -DoutputDirectory='$${project.build.directory}/lib' \
	  -pl functions/forms,functions/members,functions/alikes,functions/discussions,functions/content,functions/wisdom -am
	@mkdir -p target && touch $(PACKAGED)

import-pages: $(PACKAGED)
	@java -cp 'functions/content/target/classes:functions/content/target/lib/*' \
	  org.alike.content.ImportCommand $(ARGS)

define artifact
.PHONY: build-$(1)
build-$(1): $(PACKAGED)
	@mkdir -p "$$(ARTIFACTS_DIR)/lib"
	cp -R functions/$(2)/target/classes/. "$$(ARTIFACTS_DIR)/"
	cp functions/$(2)/target/lib/*.jar "$$(ARTIFACTS_DIR)/lib/"
endef

$(foreach f,$(FORMS),$(eval $(call artifact,$(f),forms)))
$(foreach f,$(MEMBERS),$(eval $(call artifact,$(f),members)))
$(foreach f,$(ALIKES),$(eval $(call artifact,$(f),alikes)))
$(foreach f,$(DISCUSSIONS),$(eval $(call artifact,$(f),discussions)))
$(foreach f,$(CONTENT),$(eval $(call artifact,$(f),content)))
$(foreach f,$(WISDOM),$(eval $(call artifact,$(f),wisdom)))
