using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Workflows.Notices;

namespace Optimizer.Cockpit.Slack;

/// <summary>What Slack gets back within its 3 seconds: nothing more than that it arrived, or what its form shows next.</summary>
/// <param name="Form">Null for nothing.</param>
internal sealed record SlackAck(JsonObject? Form = null) : IResult
{
    private const int LongestText = 2000;

    /// <summary>It arrived; a form closes.</summary>
    public static SlackAck Arrived { get; } = new();

    /// <summary>The form stays open and shows what is wrong with the reason.</summary>
    public static SlackAck Wrong(string text) => new(new JsonObject
    {
        ["response_action"] = "errors",
        ["errors"] = new JsonObject { [SlackWords.Reason] = text },
    });

    /// <summary>The form says this instead.</summary>
    public static SlackAck Saying(string text) => new(new JsonObject
    {
        ["response_action"] = "update",
        ["view"] = new JsonObject
        {
            ["type"] = "modal",
            ["title"] = Plain("Your answer"),
            ["close"] = Plain("Close"),
            ["blocks"] = new JsonArray(new JsonObject { ["type"] = "section", ["text"] = Plain(SlackText.Line(text, LongestText)) }),
        },
    });

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status200OK;
        if (Form is null)
        {
            httpContext.Response.ContentLength = 0;
            return Task.CompletedTask;
        }

        return Bodies.WriteAsync(httpContext, JsonSerializer.SerializeToUtf8Bytes(Form), "application/json");
    }

    private static JsonObject Plain(string text) => new() { ["type"] = "plain_text", ["text"] = text, ["emoji"] = false };
}
