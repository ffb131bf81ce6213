using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace Optimizer.Cockpit.Api.Document;

/// <summary>The OpenAPI document, from the routes themselves.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";

    private const string Scheme = "token";
    private const string ProblemSchema = "Problem";

    // Whatever the route: no token, the wrong role, too many requests.
    private static readonly int[] OfEveryCaller = [401, 403, 429];

    public static void Apply(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, context);
            return Task.CompletedTask;
        });
    }

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new()
        {
            Description = "Growth plays as durable workflows: their status, their approvals, their evidence. Errors are application/problem+json with a stable code.",
            License = new() { Identifier = "MIT", Name = "MIT" },
            Title = "Optimizer",
            Version = "1",
        };
        document.Servers = [new() { Url = "/" }];
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Scheme] = new OpenApiSecurityScheme
            {
                Description = "A token with a role: viewer, approver, operator or admin; each may also do what the ones before it may.",
                Scheme = "bearer",
                Type = SecuritySchemeType.Http,
            },
        };
        document.AddComponent(ProblemSchema, Problem());
    }

    private static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        foreach (var note in metadata.OfType<QueryNote>())
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Description = note.Means,
                In = note.In == "header" ? ParameterLocation.Header : ParameterLocation.Query,
                Name = note.Name,
                Required = note.IsRequired,
                Schema = new OpenApiSchema { Type = note.Type switch { "integer" => JsonSchemaType.Integer, "boolean" => JsonSchemaType.Boolean, _ => JsonSchemaType.String } },
            });
        }

        var isGuarded = metadata.OfType<IAuthorizeData>().Any();

        // The roles of a route stand in order, the least of them first.
        operation.Description = metadata.OfType<IAuthorizeData>().Select(data => data.Roles).FirstOrDefault(roles => roles is not null) is { } roles
            ? $"Needs the role {roles.Split(',')[0].ToLowerInvariant()} or a higher one."
            : "Needs no token.";
        operation.Security = isGuarded ? [new() { [new(Scheme, context.Document)] = [] }] : [];
        var refusals = metadata.OfType<RefusalNote>().SelectMany(note => note.Statuses).Concat(isGuarded ? OfEveryCaller : [429]);
        operation.Responses ??= [];
        foreach (var status in refusals.Distinct().Order())
        {
            operation.Responses.TryAdd(status.ToString(CultureInfo.InvariantCulture), new OpenApiResponse
            {
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [Answers.Problem.ContentType] = new() { Schema = new OpenApiSchemaReference(ProblemSchema, context.Document) },
                },
                Description = ReasonPhrases.GetReasonPhrase(status),
            });
        }
    }

    private static OpenApiSchema Problem() => new()
    {
        Description = "Why a request was not carried out.",
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("about:blank"),
            ["title"] = Text("The status in words."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["code"] = Text("Stable, for programs; of a denial by policy, the code of its ruling."),
            ["detail"] = Text("What is wrong and what would be right."),
            ["rule"] = Text("The rule of policy that says so, with where it stands."),
            ["problems"] = new OpenApiSchema
            {
                Description = "Everything that is wrong with the body.",
                Items = new OpenApiSchema
                {
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["field"] = Text("Path such as kpis[0].measure.type; empty for the whole document."),
                        ["line"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                        ["detail"] = Text("What is wrong and what would be right."),
                    },
                    Required = new HashSet<string> { "field", "detail" },
                    Type = JsonSchemaType.Object,
                },
                Type = JsonSchemaType.Array,
            },
        },
        Required = new HashSet<string> { "type", "title", "status", "code", "detail" },
        Type = JsonSchemaType.Object,
    };

    private static OpenApiSchema Text(string means) => new() { Description = means, Type = JsonSchemaType.String };
}
