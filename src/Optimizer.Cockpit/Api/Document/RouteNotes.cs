using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Optimizer.Cockpit.Api.Idempotency;
using Optimizer.Cockpit.Api.Requests;

namespace Optimizer.Cockpit.Api.Document;

/// <summary>What a route says about itself in the OpenAPI document.</summary>
internal static class RouteNotes
{
    /// <summary>Its name for programs, and what it does.</summary>
    public static RouteHandlerBuilder Told(this RouteHandlerBuilder route, string name, string does) => route.WithName(name).WithSummary(does);

    /// <summary>Takes limit and cursor.</summary>
    public static RouteHandlerBuilder Paged(this RouteHandlerBuilder route) => route
        .Asks("limit", $"Most items on the page, 1 to {Paging.Most}; 50 when left out.", "integer")
        .Asks("cursor", "next of the page before; left out for the first.");

    /// <summary>Takes a parameter in its query.</summary>
    public static RouteHandlerBuilder Asks(this RouteHandlerBuilder route, string name, string means, string type = "string", bool isRequired = false) =>
        route.WithMetadata(new QueryNote("query", name, means, type, isRequired));

    /// <summary>May be sent with an idempotency key.</summary>
    public static RouteHandlerBuilder Once(this RouteHandlerBuilder route) => route.WithMetadata(new QueryNote(
        "header", AnswerOnce.Header, "A text of your own, such as a UUID: the same request sent again with it is answered again and not carried out again.", "string", false))
        .Refuses(422);

    /// <summary>Asks which version the caller has seen.</summary>
    public static RouteHandlerBuilder Matches(this RouteHandlerBuilder route, bool isRequired) =>
        route.WithMetadata(new QueryNote("header", "If-Match", "ETag of the version that is to be changed.", "string", isRequired));

    /// <summary>Takes a body of text.</summary>
    public static RouteHandlerBuilder TakesText(this RouteHandlerBuilder route, IReadOnlyList<string> types) =>
        route.Accepts(typeof(string), isOptional: false, types[0], [.. types.Skip(1)]);

    /// <summary>Takes a body of JSON.</summary>
    public static RouteHandlerBuilder TakesJson<T>(this RouteHandlerBuilder route, bool isOptional = false)
        where T : notnull => route.Accepts(typeof(T), isOptional, "application/json");

    /// <summary>Statuses of problems it may answer, beside those of every route.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params int[] statuses) => route.WithMetadata(new RefusalNote(statuses));
}
