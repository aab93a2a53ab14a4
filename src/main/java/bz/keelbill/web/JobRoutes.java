package bz.keelbill.web;

import io.vertx.core.json.JsonArray;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code /api/jobs}: how long work stands, its end, and its result. */
final class JobRoutes {
  private final Jobs jobs;

  JobRoutes(Jobs jobs) {
    this.jobs = jobs;
  }

  void mount(Router router) {
    router.get("/api/jobs").handler(this::list);
    router.get("/api/jobs/:id").handler(this::one);
    router.delete("/api/jobs/:id").handler(this::end);
    router.get("/api/jobs/:id/result").handler(this::result);
  }

  /** Takes a wish and says where its job is to be found: 202, or 409 when too many wait. */
  static void begin(RoutingContext request, Jobs jobs, Job.Wish wish) {
    try {
      Job job = jobs.ask(wish);
      request.response().setStatusCode(202).putHeader("Location", "/api/jobs/" + job.id());
      Replies.json(request, job.json(jobs.before(job)));
    } catch (WatchDesk.Refused tooMany) {
      Problem.failed(request, tooMany);
    }
  }

  private void list(RoutingContext request) {
    JsonArray items = new JsonArray();
    jobs.all().forEach(job -> items.add(job.json(jobs.before(job))));
    Replies.items(request, items);
  }

  private void one(RoutingContext request) {
    Job job = wanted(request);
    if (job != null) {
      Replies.json(request, job.json(jobs.before(job)));
    }
  }

  private void end(RoutingContext request) {
    Job job = wanted(request);
    if (job != null) {
      jobs.end(job);
      request.response().setStatusCode(204).end();
    }
  }

  private void result(RoutingContext request) {
    Job job = wanted(request);
    if (job == null) {
      return;
    }
    if (job.file() == null) {
      Problem.answer(request, 409, "No result", "The job is " + job.state().word() + ".");
      return;
    }
    String name = "attachment; filename=\"" + job.wish().fileName() + "\"";
    request
        .response()
        .putHeader("Content-Type", job.wish().mediaType())
        .putHeader("Content-Disposition", name)
        .sendFile(job.file().toString())
        .onFailure(failure -> request.request().connection().close());
  }

  private Job wanted(RoutingContext request) {
    Job job = jobs.find(request.pathParam("id"));
    if (job == null) {
      Problem.answer(
          request, 404, "No such job", "There is none of this id; only the latest are kept.");
    }
    return job;
  }
}
