using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Optimizer.Cockpit.Api;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Attribution;
using Optimizer.Cockpit.Api.Document;
using Optimizer.Cockpit.Api.Evidence;
using Optimizer.Cockpit.Api.Experiments;
using Optimizer.Cockpit.Api.Idempotency;
using Optimizer.Cockpit.Api.Limiting;
using Optimizer.Cockpit.Api.Operations;
using Optimizer.Cockpit.Api.Plays;
using Optimizer.Cockpit.Api.Policies;
using Optimizer.Cockpit.Api.Proposals;
using Optimizer.Cockpit.Api.Questions;
using Optimizer.Cockpit.Api.Reports;
using Optimizer.Cockpit.Api.Requests;
using Optimizer.Cockpit.Identity;
using Optimizer.Cockpit.Live;
using Optimizer.Cockpit.Mcp;
using Optimizer.Cockpit.Pages;
using Optimizer.Cockpit.Proposals;
using Optimizer.Cockpit.Questions;

namespace Optimizer.Cockpit;

/// <summary>What both hosts serve: the same routes, the same checks, the same answers.</summary>
public static class CockpitPipeline
{
    /// <summary>Services that the routes need; the host adds the <see cref="ServedLoop"/>.</summary>
    public static IServiceCollection AddCockpit(this IServiceCollection services, RequestLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.Configure<JsonOptions>(ApiJson.Apply);
        services.AddSingleton(limits ?? new());

        services.AddWebEncoders();
        CallerSchemes.Add(services);
        services.AddAuthorization();
        services.AddRouting();
        services.AddSingleton<LiveFeed>();
        CockpitPages.Add(services);
        services.AddSingleton<AnswerDesk>();
        services.AddSingleton<DecisionCache>();
        services.AddSingleton<ExperimentOrders>();
        services.AddSingleton<FreezeDesk>();
        services.AddSingleton<PlayBases>();
        services.AddSingleton<PlayDefinitions>();
        services.AddSingleton<PlayList>();
        services.AddSingleton<PlayOrders>();
        services.AddSingleton<PlayPages>();
        services.AddSingleton<PlayReader>();
        services.AddSingleton<PolicyDesk>();
        services.AddSingleton<ProposalDesk>();
        services.AddSingleton<ToolWatch>();
        services.AddSingleton<TrailReader>();
        services.AddOpenApi(ApiDocument.Name, ApiDocument.Apply);
        return services;
    }

    /// <summary>The order in which a request passes.</summary>
    public static void UseCockpit(this IApplicationBuilder application)
    {
        ArgumentNullException.ThrowIfNull(application);
        application.Use(SafeHeaders.AddAsync);
        application.Use(OneLength.CheckAsync);
        application.Use(HeadRequests.AnswerAsync);
        application.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Unhandled.ExceptionAsync, AllowStatusCode404Response = true });
        application.UseStatusCodePages(context => Unhandled.StatusAsync(context.HttpContext));
        application.UseRouting();
        application.UseAuthentication();
        application.UseMiddleware<Limiter>();
        application.UseAuthorization();
        application.Use((context, next) => ToolWatch.PassAsync(context, context.RequestServices.GetRequiredService<ToolWatch>(), next));
        application.UseMiddleware<AnswerOnce>();
        application.UseEndpoints(Map);
    }

    private static void Map(IEndpointRouteBuilder routes)
    {
        AskApi.Map(routes);
        AttributionApi.Map(routes);
        EvidenceApi.Map(routes);
        ExperimentsApi.Map(routes);
        FreezeApi.Map(routes);
        HealthApi.Map(routes);
        LedgerApi.Map(routes);
        Api.Approvals.ApprovalsApi.Map(routes);
        Api.Tokens.TokensApi.Map(routes);
        Links.LinksApi.Map(routes);
        PlaysApi.Map(routes);
        Api.Playbook.PlaybookApi.Map(routes);
        PolicyApi.Map(routes);
        PolicyExplainApi.Map(routes);
        ProposalsApi.Map(routes);
        ReportsApi.Map(routes);
        LiveApi.Map(routes);
        CockpitPages.Map(routes);
        routes.MapOpenApi("/openapi/{documentName}.json");
    }
}
