package org.indelible.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.indelible.security.SignIn;
import org.indelible.security.SignedInPerson;
import org.indelible.security.SignedInToken;
import org.indelible.shared.DomainRefusal;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Puts another of one's own roles in force. */
@Controller
class RoleController {
    private final SignIn signIn;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    RoleController(SignIn signIn) {
        this.signIn = signIn;
    }

    @PostMapping("/role")
    String change(
            @RequestParam String grant,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            HttpServletResponse response) {
        SignedInPerson changed = signIn.actAs(person, grant)
                .orElseThrow(() -> new DomainRefusal(
                        "unknown-grant", "You do not hold that role.", "Sign in again to see the roles you hold now."));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedInToken(changed));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        return "redirect:/";
    }
}
