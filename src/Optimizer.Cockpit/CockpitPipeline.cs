using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Optimizer.Cockpit.Api;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Idempotency;
using Optimizer.Cockpit.Api.Limiting;
using Optimizer.Cockpit.Identity;

namespace Optimizer.Cockpit;

/// <summary>What both hosts serve: the same routes, the same checks, the same answers.</summary>
public static class CockpitPipeline
{
    /// <summary>Services that the routes need; the host adds the <see cref="ServedLoop"/>.</summary>
    public static IServiceCollection AddCockpit(this IServiceCollection services, RequestLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.Configure<JsonOptions>(ApiJson.Apply);
        services.AddRateLimiter(options => Limiter.Apply(options, limits ?? new()));
        services.AddAuthentication(BearerAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, BearerAuthentication>(BearerAuthentication.SchemeName, null);
        services.AddAuthorization();
        services.AddSingleton<LoginWatch>();
        services.AddRouting();
        return services;
    }

    /// <summary>The order in which a request passes.</summary>
    public static void UseCockpit(this IApplicationBuilder application)
    {
        ArgumentNullException.ThrowIfNull(application);
        application.Use(SafeHeaders.AddAsync);
        application.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Unhandled.ExceptionAsync, AllowStatusCode404Response = true });
        application.UseStatusCodePages(context => Unhandled.StatusAsync(context.HttpContext));
        application.UseRouting();
        application.UseAuthentication();
        application.UseRateLimiter();
        application.UseAuthorization();
        application.UseMiddleware<AnswerOnce>();
        application.UseEndpoints(Map);
    }

    private static void Map(IEndpointRouteBuilder routes)
    {
        HealthApi.Map(routes);
        Api.Approvals.ApprovalsApi.Map(routes);
        Api.Tokens.TokensApi.Map(routes);
        Links.LinksApi.Map(routes);
    }
}
