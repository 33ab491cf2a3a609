using Portal.Graph.Host.Verbs;

return await PortalCommand.Create(args).Parse(args).InvokeAsync();
