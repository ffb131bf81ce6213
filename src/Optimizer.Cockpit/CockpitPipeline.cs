using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Optimizer.Cockpit.Api;
using Optimizer.Cockpit.Identity;

namespace Optimizer.Cockpit;

/// <summary>What both hosts serve: the same routes, the same checks, the same answers.</summary>
public static class CockpitPipeline
{
    /// <summary>Services that the routes need; the host adds the <see cref="ServedLoop"/>.</summary>
    public static IServiceCollection AddCockpit(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddProblemDetails();

        // The core alone: the rest makes keys for cookies and leaves them in the user's home.
        services.AddWebEncoders();
        services.AddAuthenticationCore(authentication =>
        {
            authentication.DefaultScheme = BearerAuthentication.SchemeName;
            authentication.AddScheme<BearerAuthentication>(BearerAuthentication.SchemeName, null);
        });
        services.AddTransient<BearerAuthentication>();
        services.AddAuthorization();
        return services;
    }

    /// <summary>The order in which a request passes.</summary>
    public static void UseCockpit(this IApplicationBuilder application)
    {
        ArgumentNullException.ThrowIfNull(application);
        application.UseExceptionHandler();
        application.UseStatusCodePages();
        application.UseRouting();
        application.UseAuthentication();
        application.UseAuthorization();
        application.UseEndpoints(Map);
    }

    private static void Map(IEndpointRouteBuilder routes)
    {
        HealthApi.Map(routes);
    }
}
