namespace Optimizer.Connectors.Slack;

/// <summary>Tells the errors of Slack apart: it says them by name, with status 200. What is not known here is tried again.</summary>
internal static class SlackFaults
{
    public static SlackFault Of(string error) => error switch
    {
        "cant_update_message" or "edit_window_closed" or "message_not_found" => SlackFault.Gone,
        "invalid_arguments" or "invalid_blocks" or "invalid_blocks_format" or "invalid_metadata_format" or "metadata_too_large" or "msg_blocks_too_long"
            or "msg_too_long" or "no_text" => SlackFault.Never,
        _ => Advice(error) is null ? SlackFault.Again : SlackFault.Owner,
    };

    /// <summary>What the owner can do about an error; null when it is not theirs to put right.</summary>
    public static string? Advice(string error) => error switch
    {
        "account_inactive" or "invalid_auth" or "not_authed" or "token_expired" or "token_revoked" or "not_allowed_token_type" =>
            "take the Bot User OAuth Token of the installed app, which begins with xoxb-",
        "missing_scope" or "no_permission" => "give the app the bot scope chat:write and install it again",
        "channel_not_found" or "not_in_channel" => "invite the app to the channel, and check the channel's id",
        "is_archived" => "name a channel that is not archived",
        "access_denied" or "ekm_access_denied" or "messages_tab_disabled" or "org_login_required" or "restricted_action" or "restricted_action_non_threadable_channel"
            or "restricted_action_read_only_channel" or "team_access_not_granted" => "let an admin of the workspace allow the app to post there",
        _ => null,
    };
}
